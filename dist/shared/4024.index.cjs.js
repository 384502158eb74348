"use strict";exports.id=4024,exports.ids=[4024],exports.modules={...require("./94024.shared.cjs").modules};
