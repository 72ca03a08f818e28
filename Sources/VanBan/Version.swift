/// The version of VanBan, as `vanban --version` and the PDF's producer field show it.
public let vanBanVersion = "0.1.0"
