"use strict";exports.id=7225,exports.ids=[7225],exports.modules={97225:(function(e,s,d){d.r(s),d.d(s,{parse:()=>u});const u=JSON.parse})};
