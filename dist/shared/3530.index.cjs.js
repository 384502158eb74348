"use strict";exports.id=3530,exports.ids=[3530],exports.modules={83530:(function(n,d,_){_.d(d,{fromEnv:()=>s.sF});var s=_(68741)})};
