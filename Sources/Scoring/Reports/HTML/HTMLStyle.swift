/// What the HTML report looks like and how its filters work; nothing is loaded from anywhere.
enum HTMLStyle {
  static let css = """
    :root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--muted:#57606a;--line:#d0d7de;--soft:#f4f6f8;
    --accent:#0b62c4;--good:#1a7f37;--bad:#c62828}
    @media(prefers-color-scheme:dark){:root{--bg:#12161b;--fg:#e6e9ed;--muted:#9aa4af;--line:#353c44;--soft:#1b2127;
    --accent:#6cb1ff;--good:#57c270;--bad:#ff8a80}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem;max-width:76rem;background:var(--bg);color:var(--fg);
    font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.6rem;margin:.2rem 0}h2{font-size:1.2rem;margin:2.2rem 0 .6rem}
    nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:1rem 0}a{color:var(--accent)}
    ul.summary{padding-left:1.2rem}.note{color:var(--muted);font-size:.88rem;max-width:60rem}.warn{color:var(--bad)}
    .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
    th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top;
    overflow-wrap:normal;white-space:nowrap}
    th{color:var(--muted);font-weight:600}th.t,td.t{text-align:left;white-space:normal}
    td.t{min-width:6rem;max-width:32rem}
    tbody th{color:inherit;font-weight:400}
    .heat td{min-width:3.2rem;background:color-mix(in srgb,var(--c,transparent) calc(var(--v,0)*45%),transparent)}
    .bars{display:grid;grid-template-columns:minmax(6rem,13rem) 1fr auto;gap:.3rem .7rem;align-items:center;
    font-size:.9rem}
    .track{position:relative;overflow:hidden;height:.9rem;background:var(--soft);border:1px solid var(--line);border-radius:3px}
    .fill{position:absolute;inset:0 auto 0 0;background:color-mix(in srgb,var(--accent) 60%,transparent)}
    .range{position:absolute;top:50%;height:3px;margin-top:-1.5px;background:var(--fg);min-width:3px}
    .value{white-space:nowrap;font-variant-numeric:tabular-nums}.small{color:var(--muted);font-size:.8rem}
    .plot{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}.plot svg{width:100%;max-width:30rem;height:auto}
    .plot text{fill:var(--fg);font:15px system-ui,sans-serif}.plot .axis{stroke:var(--line)}
    .plot circle{fill:var(--accent)}.plot .dot{fill:var(--bg);font-size:11px;font-weight:700}
    form.filter{display:flex;flex-wrap:wrap;gap:.5rem .8rem;margin:.8rem 0;padding:.6rem;background:var(--soft);
    border-radius:6px}
    form.filter label{display:flex;flex-direction:column;font-size:.8rem;color:var(--muted);flex:1 1 9rem}
    select,button{font:inherit;padding:.3rem;max-width:100%;background:var(--bg);color:var(--fg);
    border:1px solid var(--line);border-radius:4px}button{align-self:end}
    article{border-left:4px solid var(--line);padding:.4rem .8rem;margin:.7rem 0;background:var(--soft)}
    article h3{font-size:.95rem;margin:0}article p{margin:.3rem 0}.where{color:var(--muted);font-weight:400}
    dl{display:grid;grid-template-columns:auto 1fr;gap:0 .7rem;margin:.2rem 0;font-size:.9rem}dd{margin:0}
    dt{color:var(--muted)}.gold dd::before{content:"✓ ";color:var(--good)}
    .focus{background:color-mix(in srgb,var(--bad) 22%,transparent);border-bottom:2px solid var(--bad)}
    details{border-bottom:1px solid var(--line);padding:.3rem 0}summary{cursor:pointer}
    .sides{display:grid;grid-template-columns:1fr 1fr;gap:1.2rem}
    .sides>div{white-space:pre-wrap;line-height:1.9}.sides h4{margin:.3rem 0;white-space:normal}
    @media(max-width:44rem){.sides{grid-template-columns:1fr}
    .bars{grid-template-columns:1fr auto;grid-auto-flow:dense;gap:.1rem .7rem}
    .bars .track{grid-column:1/-1;margin-bottom:.5rem}}
    mark{color:inherit;border-radius:2px;padding:0 .1em;
    background:color-mix(in srgb,hsl(var(--h) 75% 50%) 26%,transparent);border-bottom:2px solid hsl(var(--h) 60% 50%)}
    mark[data-l]::before{content:attr(data-l);font-size:.66rem;color:var(--muted);padding-right:.25em}
    mark.x{outline:2px dashed var(--bad);outline-offset:1px}
    .c0{--h:210}.c1{--h:35}.c2{--h:130}.c3{--h:285}.c4{--h:175}.c5{--h:340}.c6{--h:60}.c7{--h:250}
    [hidden]{display:none!important}
    """

  /// Shows the filters, which are of no use without a script, and applies them.
  static let script = """
    (function(){
    var form=document.getElementById('filter');if(!form)return;form.hidden=false;
    var items=Array.prototype.slice.call(document.querySelectorAll('article.mistake'));
    var count=document.getElementById('shown');
    function fill(select){var seen={};items.forEach(function(a){
    (a.getAttribute('data-'+select.name)||'').split('\\n').forEach(function(v){if(v)seen[v]=(seen[v]||0)+1})});
    Object.keys(seen).sort().forEach(function(v){var o=document.createElement('option');o.value=v;
    o.textContent=v+' ('+seen[v]+')';select.appendChild(o)})}
    var selects=Array.prototype.slice.call(form.querySelectorAll('select'));selects.forEach(fill);
    function apply(){var n=0;items.forEach(function(a){var ok=selects.every(function(s){
    return !s.value||(a.getAttribute('data-'+s.name)||'').split('\\n').indexOf(s.value)>=0});
    a.hidden=!ok;if(ok)n++});count.textContent=n+' of '+items.length+' mistakes'}
    form.addEventListener('change',apply);
    form.addEventListener('submit',function(e){e.preventDefault()});
    form.addEventListener('reset',function(){setTimeout(apply,0)});apply();
    })();
    """
}
