import ArgumentParser
import Glibc
import SpotCheck
import SpotCheckReports
import SpotCheckStatistics

LinearAlgebra.useOneThread()
Interrupt.install()
do {
  var command = try SpotCheckCommand.parseAsRoot()
  do {
    try command.run()
  } catch let error as SpotCheckError {
    let language = (command as? any SpeakingCommand)?.speech.language ?? .preferred
    StandardError.report(error, in: language)
    throw ExitStatus(error)
  }
} catch let status as ExitStatus {
  exit(status.rawValue)
} catch {
  SpotCheckCommand.exit(withError: error)
}
