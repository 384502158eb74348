"use strict";exports.id=274,exports.ids=[274],exports.modules={...require("./90274.shared.cjs").modules};
