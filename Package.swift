// swift-tools-version: 6.3
import PackageDescription

/// What every Swift target of this package is held to.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "SpotCheck",
  products: [
    .library(name: "SpotCheck", targets: ["SpotCheck"]),
    .library(name: "SpotCheckStatistics", targets: ["SpotCheckStatistics"]),
    .library(name: "SpotCheckIngest", targets: ["SpotCheckIngest"]),
    .executable(name: "spotcheck", targets: ["SpotCheckCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: Doors to C and C++
    .target(name: "CSpotCheckScan"),
    .target(name: "CSpotCheckBoostMath"),
    .systemLibrary(
      name: "CSpotCheckOpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(
      name: "CSpotCheckZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CSpotCheckZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CSpotCheckXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),

    // MARK: Rooms
    .target(
      name: "SpotCheckIngest",
      dependencies: ["CSpotCheckScan", "CSpotCheckZlib", "CSpotCheckZstd"],
      swiftSettings: strict),
    .target(
      name: "SpotCheckStatistics",
      dependencies: ["CSpotCheckOpenBLAS", "CSpotCheckBoostMath"],
      swiftSettings: strict),
    .target(name: "SpotCheckSynthesis", swiftSettings: strict),
    .target(
      name: "SpotCheck",
      dependencies: [
        "SpotCheckIngest", "SpotCheckStatistics", "Yams",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "SpotCheckReports", dependencies: ["SpotCheck", "CSpotCheckXLSXWriter"],
      swiftSettings: strict),
    .executableTarget(
      name: "SpotCheckCLI",
      dependencies: [
        "SpotCheck", "SpotCheckReports", "SpotCheckSynthesis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // MARK: Tests
    .target(
      name: "TestSupport", dependencies: ["SpotCheckIngest"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "SpotCheckIngestTests",
      dependencies: ["SpotCheckIngest", "CSpotCheckScan", "CSpotCheckZstd", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SpotCheckStatisticsTests", dependencies: ["SpotCheckStatistics"],
      swiftSettings: strict),
    .testTarget(
      name: "SpotCheckSynthesisTests", dependencies: ["SpotCheckSynthesis"],
      swiftSettings: strict),
    .testTarget(
      name: "SpotCheckTests", dependencies: ["SpotCheck", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SpotCheckReportsTests", dependencies: ["SpotCheckReports", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "SpotCheckCLITests",
      dependencies: ["SpotCheckCLI", "TestSupport"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
