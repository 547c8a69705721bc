// swift-tools-version: 6.3
import PackageDescription

/// Fuzz targets, in a package of their own: they are built with sanitizers, and by nobody who embeds SpotCheck.
let package = Package(
  name: "SpotCheckFuzz",
  dependencies: [.package(name: "SpotCheck", path: "../..")],
  targets: [
    .target(
      name: "Targets",
      dependencies: [
        .product(name: "SpotCheck", package: "SpotCheck"),
        .product(name: "SpotCheckIngest", package: "SpotCheck"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(name: "fuzz", dependencies: ["Targets"]),
  ]
)
