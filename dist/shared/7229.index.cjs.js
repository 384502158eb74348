"use strict";exports.id=7229,exports.ids=[7229],exports.modules={...require("./81168.shared.cjs").modules,...require("./9610.shared.cjs").modules};
