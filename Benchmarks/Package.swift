// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "SpotCheckBenchmarks",
  dependencies: [
    .package(name: "SpotCheck", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Statistics",
      dependencies: [
        .product(name: "SpotCheckStatistics", package: "SpotCheck"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Statistics",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
