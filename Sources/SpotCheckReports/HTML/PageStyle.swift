/// How the page looks: light and dark, wide and narrow, on paper.
///
/// Hues are those of Okabe & Ito (2008), darkened or lightened to a contrast of 4.5:1 and more (WCAG 2.2, AA).
enum PageStyle {
  /// The style sheet.
  static let css = palette + layout + tables + pictures + ink + folds + paper

  /// The style sheet of a picture that stands alone: light, and without variables, which few programs know in SVG.
  static let picture = light.split(separator: ";").reduce(ink + frame) { sheet, declaration in
    let parts = declaration.split(separator: ":").map { $0.trimmingPrefix("\n") }
    return parts.count == 2 ? sheet.replacing("var(\(parts[0]))", with: parts[1]) : sheet
  }
  private static let frame = """
    svg{font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
    svg .ground{fill:var(--ground)}

    """

  private static let light = """
    color-scheme:light;--ground:#fff;--text:#1b1f23;--faint:#53595f;--line:#d0d5da;--band:#eef1f4;--link:#0b57a4;
    --short:#a3260d;--short-ground:#fde4dd;--likely:#7a4f00;--likely-ground:#fcefd2;--met:#00614a;--met-ground:#d8f1e7;
    --open:#33475b;--open-ground:#f4f6f8;--rate:#0b57a4;--target:#a3260d;--fan:#bcd7ee;--fan-inner:#86b6de
    """
  private static let dark = """
    color-scheme:dark;--ground:#14181c;--text:#e7eaed;--faint:#a9b2ba;--line:#3b444c;--band:#222a31;--link:#7dbbf5;
    --short:#ff9f85;--short-ground:#47190e;--likely:#f3c266;--likely-ground:#3d2e0c;--met:#71d8b3;--met-ground:#0d382b;
    --open:#c3ced8;--open-ground:#1e252b;--rate:#7dbbf5;--target:#ff9f85;--fan:#23435e;--fan-inner:#33648c
    """

  private static let palette = """

    :root{\(light)}
    @media (prefers-color-scheme:dark){:root{\(dark)}}
    :root[data-theme="light"]{\(light)}
    :root[data-theme="dark"]{\(dark)}

    """

  private static let layout = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    html[lang="en"] span[lang="zh-Hans"],html[lang="en"] text[lang="zh-Hans"]{display:none}
    html[lang="zh-Hans"] span[lang="en"],html[lang="zh-Hans"] text[lang="en"]{display:none}
    body{margin:0 auto;max-width:78rem;padding:0 1rem 3rem;background:var(--ground);color:var(--text);
    font:16px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.6rem;line-height:1.25;margin:1.2rem 0 .3rem}
    h2{font-size:1.3rem;margin:2.4rem 0 .6rem;border-bottom:2px solid var(--line);padding-bottom:.2rem}
    h3{font-size:1.1rem;margin:1.8rem 0 .5rem}
    h4{font-size:1rem;margin:1.2rem 0 .2rem}
    h5{font-size:.95rem;margin:0 0 .2rem}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-99rem}
    .skip:focus{position:static}
    .as-of,.note,.folded,figcaption p,footer{color:var(--faint);font-size:.9rem;margin:.2rem 0 .6rem}
    nav ul,.key{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1rem;padding:0;margin:.6rem 0}
    nav a{display:inline-block;padding:.25rem 0;min-height:1.5rem}
    .controls{display:flex;flex-wrap:wrap;gap:.5rem 1rem;margin:.5rem 0}
    .controls span.group{display:inline-flex;gap:.25rem}
    .controls[hidden],.filter[hidden]{display:none}
    button,input{font:inherit;color:inherit;background:var(--band);border:1px solid var(--faint);border-radius:4px;padding:.2rem .6rem;
    min-height:1.75rem}
    button[aria-pressed="true"]{background:var(--text);color:var(--ground)}
    .paste{background:var(--band);border-left:4px solid var(--link);padding:.6rem .9rem}
    .paste p{margin:.3rem 0}
    .filter{margin:.4rem 0}
    .filter input{margin-left:.5rem;width:14rem;max-width:60vw}
    .filter output{margin-left:.7rem;color:var(--faint)}
    dt{font-weight:600;margin-top:.7rem}
    dd{margin:0}
    code{font:.9em ui-monospace,Consolas,monospace}
    .hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

    """

  private static let tables = """
    .scroll{overflow-x:auto;margin:.4rem 0 .8rem;max-width:100%;position:relative}
    table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
    caption{text-align:left;color:var(--faint);padding:.2rem 0}
    th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;max-width:20rem;min-width:3.2rem;
    word-break:keep-all;overflow-wrap:break-word}
    thead th{background:var(--band);vertical-align:bottom;word-break:normal;min-width:4.4rem}
    thead th button{background:none;border:0;padding:0;font-weight:inherit;text-align:inherit;min-height:1.5rem}
    thead th[aria-sort="ascending"] button::after{content:" ↑"}
    thead th[aria-sort="descending"] button::after{content:" ↓"}
    tbody th{font-weight:600;background:var(--ground)}
    th:first-child{position:sticky;left:0;z-index:1;max-width:10rem;box-shadow:inset 0 -1px var(--line)}
    td.wide{min-width:13rem}
    td.n{text-align:right;white-space:nowrap}
    thead th.n,thead th.n button{text-align:right}
    td.short{color:var(--short);font-weight:600}
    td.likelyShort{color:var(--likely)}
    td.met,td.likelyMet{color:var(--met)}
    td.open,td.few{color:var(--open)}
    .heat td{border:1px solid var(--line)}
    .heat td.short{background:var(--short-ground)}
    .heat td.likelyShort{background:var(--likely-ground)}
    .heat td.met{background:var(--met-ground)}
    .heat td.open{background:var(--open-ground)}
    .heat td.few{background:repeating-linear-gradient(45deg,var(--ground) 0 6px,var(--band) 6px 9px)}

    """

  private static let pictures = """
    figure{margin:1rem 0 1.6rem;min-width:0}
    .pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(35rem,100%),1fr));gap:0 1.5rem}
    .pictures>*{min-width:0}
    .wide{grid-column:1/-1}
    .scroll .panel svg{width:100%;min-width:34rem;max-width:40rem;height:auto}
    figcaption h4{margin-top:0}
    svg{display:block;max-width:none;font-family:inherit}
    .panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1rem}
    .panels svg{width:100%;height:auto}
    .key{font-size:.88rem}
    .key li{display:flex;align-items:center;gap:.3rem}
    .key svg{flex:none}

    """

  private static let ink = """
    svg text{fill:var(--text);font-size:12px}
    svg text.label{paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
    svg text.tick{fill:var(--faint);font-size:12px}
    svg .grid{stroke:var(--line);stroke-width:.6}
    svg .axis{stroke:var(--faint);stroke-width:1}
    svg .target{stroke:var(--target);stroke-width:1.6;stroke-dasharray:7 3}
    svg .limit{stroke:var(--open);stroke-width:1.2;stroke-dasharray:3 3;fill:none}
    svg .limit.outer{stroke-dasharray:none}
    svg .interval{stroke:var(--open);stroke-width:2.4}
    svg .rate{stroke:var(--rate);stroke-width:1.6;fill:none}
    svg .rate.provisional{stroke-dasharray:2 3}
    svg .band{fill:var(--band);stroke:var(--line);stroke-width:.8}
    svg .fan{fill:var(--fan)}
    svg .fan.inner{fill:var(--fan-inner)}
    svg .bar{fill:var(--rate)}
    svg .mark{stroke-width:1.6;fill:none;stroke:var(--open)}
    svg .mark.short{fill:var(--short);stroke:var(--short)}
    svg .mark.likelyShort{fill:var(--ground);stroke:var(--likely)}
    svg .mark.met{fill:var(--met);stroke:var(--met)}
    svg .mark.likelyMet{fill:var(--ground);stroke:var(--met)}
    svg .mark.open{fill:var(--ground)}
    svg .mark.value{fill:var(--rate);stroke:var(--rate)}
    svg .mark.outside{fill:var(--likely);stroke:var(--likely)}

    """

  private static let folds = """
    details{margin:.3rem 0}
    summary{cursor:pointer;color:var(--link);min-height:1.5rem}

    """

  private static let paper = """
    @media print{
    :root{\(light)}
    body{max-width:none;padding:0;font-size:10pt}
    .controls,.filter,nav,.skip,details{display:none}
    .scroll{overflow:visible}
    table{font-size:8pt;width:100%}
    th,td{padding:.15rem .3rem;min-width:0}
    thead{display:table-header-group}
    tr,figure,.panel{break-inside:avoid}
    h2,h3,h4,figcaption{break-after:avoid}
    .panels{grid-template-columns:repeat(4,1fr)}
    .pictures{grid-template-columns:1fr 1fr}
    .scroll .panel svg,svg{max-width:100%;min-width:0;height:auto}
    th,td{word-break:normal;overflow-wrap:anywhere}
    th:first-child{position:static}
    thead th button{display:contents}
    td.wide{min-width:0}
    a{color:inherit;text-decoration:none}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    @page{size:A4 landscape;margin:12mm}
    }

    """
}
