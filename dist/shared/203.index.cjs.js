"use strict";exports.id=203,exports.ids=[203],exports.modules={...require("./84314.shared.cjs").modules,...require("./60203.shared.cjs").modules};
