internal import CPCRE2

/// A regular expression of PCRE2 (https://www.pcre.org/current/doc/html/pcre2pattern.html), compiled to machine code.
///
/// Texts are Unicode: `\w`, `\d` and `\b` know all letters and digits. Never changed after `init`, and used by all
/// threads at once, each with a `Space` of its own: hence `@unchecked`.
final class RegularExpression: @unchecked Sendable {
  private let code: OpaquePointer

  /// Steps that one beginning of a match may take before the search is given up: more than sensible expressions take, and
  /// less than a millisecond of the others.
  private static let mostSteps: UInt32 = 250_000

  /// Why some words are no regular expression.
  struct SyntaxError: Error, Hashable, Sendable {
    /// In PCRE2's words.
    var reason: String
    /// The bytes of the expression up to the place.
    var offset: Int
  }

  /// The search was given up.
  struct TooManySteps: Error, Hashable, Sendable {}

  /// - Throws: `SyntaxError` with the place.
  init(_ pattern: String) throws(SyntaxError) {
    var number: CInt = 0
    var offset = 0
    let bytes = Array(pattern.utf8)
    // `\C` would match parts of a character.
    let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &number, &offset, nil) else {
      throw SyntaxError(reason: Self.message(number), offset: min(offset, bytes.count))
    }
    self.code = code
    // Where there is no compiler for this processor, PCRE2 interprets.
    _ = pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
  }

  deinit { pcre2_code_free_8(code) }

  private static func message(_ number: CInt) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = pcre2_get_error_message_8(number, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(count))), as: UTF8.self)
  }

  /// How many groups in brackets there are.
  var groupCount: Int { Int(info(PCRE2_INFO_CAPTURECOUNT)) }

  /// Whether it matches also where there is nothing.
  var matchesNothing: Bool { info(PCRE2_INFO_MATCHEMPTY) != 0 }

  private func info(_ what: CInt) -> UInt32 {
    var value: UInt32 = 0
    _ = pcre2_pattern_info_8(code, UInt32(what), &value)
    return value
  }

  /// The number of the group with a name, `nil` where none or several have it.
  func group(named name: String) -> Int? {
    let number = pcre2_substring_number_from_name_8(code, Array(name.utf8) + [0])
    return number > 0 ? Int(number) : nil
  }

  /// What one thread needs to search.
  final class Space {
    fileprivate let matches: OpaquePointer
    fileprivate let context: OpaquePointer
    private var stack: OpaquePointer?

    /// - Returns: `nil` where there is no memory left.
    init?() {
      guard let context = pcre2_match_context_create_8(nil) else { return nil }
      guard let matches = pcre2_match_data_create_8(64, nil) else {
        pcre2_match_context_free_8(context)
        return nil
      }
      self.context = context
      self.matches = matches
      pcre2_set_match_limit_8(context, mostSteps)
    }

    deinit {
      pcre2_match_data_free_8(matches)
      pcre2_match_context_free_8(context)
      pcre2_jit_stack_free_8(stack)
    }

    /// Makes room for more going back than the thread's own stack has; false where there is that room already.
    fileprivate func addStack() -> Bool {
      guard stack == nil, let added = pcre2_jit_stack_create_8(1 << 16, 1 << 23, nil) else { return false }
      stack = added
      pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(added))
      return true
    }
  }

  /// The bytes of the first match from `start` on and those of one of its groups (0 for the whole), which may be empty.
  ///
  /// - Returns: `nil` where there is none; in `group` where the group took no part.
  func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, group: Int = 0, _ space: Space
  ) throws(TooManySteps) -> (whole: Range<Int>, group: Range<Int>?)? {
    let options = UInt32(PCRE2_NO_UTF_CHECK)
    var found: CInt
    repeat {
      found = pcre2_match_8(code, text.baseAddress, text.count, start, options, space.matches, space.context)
    } while found == PCRE2_ERROR_JIT_STACKLIMIT && space.addStack()
    if found == PCRE2_ERROR_NOMATCH { return nil }
    // 0 says that the groups are more than there is room for; what fits is there.
    guard found >= 0, let bounds = pcre2_get_ovector_pointer_8(space.matches) else { throw TooManySteps() }
    // `\K` in a look-around may put the start behind the end.
    let whole = bounds[0]..<max(bounds[0], bounds[1])
    let isSet = group < Int(found) || found == 0 && group < 64
    // Of a group that took no part, both are SIZE_MAX, which is -1 here.
    guard isSet, bounds[2 * group] >= 0, bounds[2 * group] <= bounds[2 * group + 1], bounds[2 * group + 1] <= text.count
    else {
      return (whole, nil)
    }
    return (whole, bounds[2 * group]..<bounds[2 * group + 1])
  }
}
