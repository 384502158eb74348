"use strict";exports.id=4153,exports.ids=[4153],exports.modules={...require("./97941.shared.cjs").modules,...require("./96534.shared.cjs").modules};
