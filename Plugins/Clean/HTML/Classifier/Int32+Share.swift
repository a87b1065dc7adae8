extension Int32 {
  /// The part of `whole` that it is; 0 of nothing.
  func share(of whole: Int32) -> Float { whole > 0 ? Float(self) / Float(whole) : 0 }
}
