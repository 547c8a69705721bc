// One import brings the values a report is made of: accounts, keys and exact fractions.
@_exported public import SpotCheckIngest
@_exported public import SpotCheckStatistics
