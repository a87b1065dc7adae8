import Testing

@Suite struct KitTests {}
