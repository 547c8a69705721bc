import CSpotCheckXLSXWriter
import SpotCheck

extension WorkbookPages {
  /// Gives a chart its title, per cent on its scale, and a scale that begins just below the least rate.
  func finish(_ chart: UnsafeMutablePointer<lxw_chart>, title: String, from least: Double?) {
    let isFormula = title.utf8.first == UInt8(ascii: "=")
    unsafe chart_title_set_name(chart, isFormula ? " " + title : title)
    unsafe chart_axis_set_num_format(chart.pointee.y_axis, "0.0%")
    if let least, least > 0.1 {
      unsafe chart_axis_set_min(chart.pointee.y_axis, max(0, (least * 20).rounded(.down) / 20 - 0.05))
    }
    unsafe chart_axis_set_max(chart.pointee.y_axis, 1)
    unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
  }
}
