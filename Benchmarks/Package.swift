// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "SpotCheckBenchmarks",
  dependencies: [
    .package(name: "SpotCheck", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "Workloads", path: "Workloads"),
    .executableTarget(
      name: "Ingest",
      dependencies: [
        "Workloads",
        .product(name: "SpotCheckIngest", package: "SpotCheck"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Ingest",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Statistics",
      dependencies: [
        "Workloads",
        .product(name: "SpotCheckStatistics", package: "SpotCheck"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Statistics",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "time-cells",
      dependencies: [.product(name: "SpotCheckStatistics", package: "SpotCheck")],
      path: "statistics",
      exclude: ["compare.py"]),
    .executableTarget(
      name: "time-regression",
      dependencies: [.product(name: "SpotCheckStatistics", package: "SpotCheck")],
      path: "regression",
      exclude: ["compare.py"]),
  ]
)
