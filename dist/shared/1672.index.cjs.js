"use strict";exports.id=1672,exports.ids=[1672],exports.modules={1672:(function(s,_,d){d.d(_,{_:()=>e});const e=()=>({})})};
