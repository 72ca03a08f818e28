import Testing

@Suite struct CSVTests {
  @Test(
    "rows become maps, whatever the separator",
    arguments: [
      "mã,tên,số\n01,An,5\n02,\"Bình, Chi\",6.50\n", "mã;tên;số\r\n01;An;5\r\n02;Bình, Chi;6.50\r\n",
      "\u{FEFF}mã\ttên\tsố\n01\tAn\t5\n\n02\tBình, Chi\t6.50", "sep=;\nmã;tên;số\n01;An;5\n02;Bình, Chi;6.50",
    ]
  )
  func rows(text: String) {
    let result = read(text, as: "a.csv")
    #expect(result.value?.dump == "[{mã: '01', tên: 'An', số: 5}, {mã: '02', tên: 'Bình, Chi', số: 6.50}]")
    #expect(result.found == [])
  }

  @Test("quoted fields hold line ends and quotes; an empty field is nothing")
  func quoting() {
    let result = read("a,b\n\"x\ny\",\"say \"\"no\"\"\"\n,z\n", as: "a.csv")
    #expect(result.value?.dump == "[{a: 'x\ny', b: 'say \"no\"'}, {a: null, b: 'z'}]")
  }

  @Test(
    "mistakes are told with place and remedy",
    arguments: [
      ("a,b\n1,2\n3\n", "data-csv-ragged-row 3:1", "put a field that holds the separator in quotes"),
      ("a,b\n1,2,3\n", "data-csv-ragged-row 2:1", "put a field that holds the separator in quotes"),
      ("a,a\n1,2\n", "data-duplicate-key 1:3", "rename one of them"),
      ("a,\n1,2\n", "data-csv-syntax 1:3", "the first row names the columns; name it or remove it"),
      ("a\n\"x\n", "data-csv-syntax 2:1", "add the closing quote"),
      ("a\n\"x\"y\n", "data-csv-syntax 2:4", "double the quotes inside the field"),
      ("a\nx\"y\n", "data-csv-syntax 2:2", "put the whole field in quotes, and double the quotes inside"),
    ]
  )
  func mistakes(text: String, found: String, help: String) {
    let result = read(text, as: "a.csv")
    #expect(result.found == [found])
    #expect(result.helps == [help])
  }
}
