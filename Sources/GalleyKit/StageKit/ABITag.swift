extension Plugin {
  /// The version of the kit, and of Galley.
  @_alwaysEmitIntoClient public static var kitVersion: StaticString { "0.1.0" }

  /// What host and plugin must have in common: kit and compiler, as "galley 0.1.0, swift 6.3".
  ///
  /// The words are copied into whoever uses them, so a library tells what it was built with, not what it runs with. A
  /// compiled kit can only be imported by the compiler that made it, so the kit's compiler is the plugin's.
  @_alwaysEmitIntoClient public static var abiTag: UnsafePointer<CChar> {
    #if compiler(>=6.5)
      let tag: StaticString = "galley 0.1.0, swift 6.5 or later"
    #elseif compiler(>=6.4)
      let tag: StaticString = "galley 0.1.0, swift 6.4"
    #else
      let tag: StaticString = "galley 0.1.0, swift 6.3"
    #endif
    return UnsafeRawPointer(tag.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
