export const id = 284;
export const ids = [284];
export const modules = {

/***/ 284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   convertActionTemplate: () => (/* reexport safe */ _actions_workflow_parser_actions_action_template__WEBPACK_IMPORTED_MODULE_2__.C),
/* harmony export */   convertWorkflowTemplate: () => (/* reexport safe */ _actions_workflow_parser__WEBPACK_IMPORTED_MODULE_0__.DE),
/* harmony export */   parseAction: () => (/* reexport safe */ _actions_workflow_parser_actions_action_parser__WEBPACK_IMPORTED_MODULE_1__.w),
/* harmony export */   parseWorkflow: () => (/* reexport safe */ _actions_workflow_parser__WEBPACK_IMPORTED_MODULE_0__.hM)
/* harmony export */ });
/* harmony import */ var _actions_workflow_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2657);
/* harmony import */ var _actions_workflow_parser_actions_action_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5277);
/* harmony import */ var _actions_workflow_parser_actions_action_template__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5918);
// GitHub's parser as part of the bundle; plain Node cannot load the package from here.





/***/ })

};
