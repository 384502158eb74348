"use strict";exports.id=8958,exports.ids=[8958],exports.modules={...require("./14909.shared.cjs").modules,...require("./38958.shared.cjs").modules};
