import Testing

@testable import Files

@Suite struct SHA256Tests {
  @Test(
    "the digests are those of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ]
  )
  func examples(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test("pieces of any length come to the same as the whole", arguments: [1, 7, 55, 56, 57, 63, 64, 65, 127, 200])
  func pieces(size: Int) {
    let bytes = (0..<200).map { UInt8($0) }
    var digest = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      digest.add(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(digest.finish() == SHA256.hexadecimal(of: bytes))
  }
}
