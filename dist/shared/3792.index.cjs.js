"use strict";exports.id=3792,exports.ids=[3792],exports.modules={...require("./9080.shared.cjs").modules,...require("./21411.shared.cjs").modules,...require("./97941.shared.cjs").modules};
