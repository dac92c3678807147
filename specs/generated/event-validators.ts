// Made by `npm run generate` from specs/events. Do not edit.
// @ts-nocheck
type Validator = { (data: unknown): boolean; errors?: readonly { instancePath: string; message?: string }[] | null };

export const billOfLadingIssuedV1 = validate22;
const schema7 = {"type":"object","additionalProperties":false,"properties":{"billOfLading":{"type":"string","minLength":1},"shipmentId":{"type":"string","minLength":1},"recordId":{"type":"integer"},"purpose":{"type":"string","enum":["original","cancel","change","replace"]},"issuedAt":{"$ref":"#/$defs/Moment"},"shippedAt":{"$ref":"#/$defs/Moment"},"carrier":{"$ref":"#/$defs/Carrier"},"payment":{"type":"string","enum":["prepaid","collect","third-party"]},"equipment":{"type":"string","minLength":1},"instructions":{"type":"string","minLength":1},"declaredValue":{"$ref":"#/$defs/Money"},"items":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"description":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"quantity":{"$ref":"#/$defs/Quantity"},"weight":{"$ref":"#/$defs/Weight"},"freightClass":{"type":"string","minLength":1},"commodityCode":{"type":"string","minLength":1},"hazard":{"$ref":"#/$defs/Hazard"},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["description","quantity"]},"minItems":1},"totals":{"type":"object","additionalProperties":false,"properties":{"units":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"},"packages":{"type":"number"}},"required":["units"]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["billOfLading","purpose","issuedAt","carrier","items","parties"]};
const func2 = Object.prototype.hasOwnProperty;
const schema8 = {"type":"object","additionalProperties":false,"properties":{"local":{"type":"string","minLength":1},"zone":{"type":"string","minLength":1},"zoneOrigin":{"type":"string","enum":["document","place","partner","assumed-utc"]},"utc":{"type":"string","minLength":1,"format":"date-time"}},"required":["local","zoneOrigin","utc"]};
const formats0 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.local === undefined) && (missing0 = "local")) || ((data.zoneOrigin === undefined) && (missing0 = "zoneOrigin"))) || ((data.utc === undefined) && (missing0 = "utc"))){
validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "local") || (key0 === "zone")) || (key0 === "zoneOrigin")) || (key0 === "utc"))){
validate23.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.local !== undefined){
let data0 = data.local;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate23.errors = [{instancePath:instancePath+"/local",schemaPath:"#/properties/local/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/local",schemaPath:"#/properties/local/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zone !== undefined){
let data1 = data.zone;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate23.errors = [{instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zoneOrigin !== undefined){
let data2 = data.zoneOrigin;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate23.errors = [{instancePath:instancePath+"/zoneOrigin",schemaPath:"#/properties/zoneOrigin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data2 === "document") || (data2 === "place")) || (data2 === "partner")) || (data2 === "assumed-utc"))){
validate23.errors = [{instancePath:instancePath+"/zoneOrigin",schemaPath:"#/properties/zoneOrigin/enum",keyword:"enum",params:{allowedValues: schema8.properties.zoneOrigin.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.utc !== undefined){
let data3 = data.utc;
const _errs8 = errors;
if(errors === _errs8){
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate23.errors = [{instancePath:instancePath+"/utc",schemaPath:"#/properties/utc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!(formats0.test(data3))){
validate23.errors = [{instancePath:instancePath+"/utc",schemaPath:"#/properties/utc/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""}];
return false;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/utc",schemaPath:"#/properties/utc/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"object","additionalProperties":false,"properties":{"scac":{"type":"string","minLength":1},"name":{"type":"string","minLength":1},"mode":{"type":"string","enum":["truckload","motor","less-than-truckload","parcel","rail","ocean","air","other"]}},"required":[]};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "scac") || (key0 === "name")) || (key0 === "mode"))){
validate26.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.scac !== undefined){
let data0 = data.scac;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate26.errors = [{instancePath:instancePath+"/scac",schemaPath:"#/properties/scac/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate26.errors = [{instancePath:instancePath+"/scac",schemaPath:"#/properties/scac/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
let data1 = data.name;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate26.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate26.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mode !== undefined){
let data2 = data.mode;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate26.errors = [{instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((data2 === "truckload") || (data2 === "motor")) || (data2 === "less-than-truckload")) || (data2 === "parcel")) || (data2 === "rail")) || (data2 === "ocean")) || (data2 === "air")) || (data2 === "other"))){
validate26.errors = [{instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema9.properties.mode.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate26.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate26.errors = vErrors;
return errors === 0;
}

const schema10 = {"type":"object","additionalProperties":false,"properties":{"value":{"type":"number"},"currency":{"type":"string","minLength":1}},"required":["value","currency"]};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.value === undefined) && (missing0 = "value")) || ((data.currency === undefined) && (missing0 = "currency"))){
validate28.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "value") || (key0 === "currency"))){
validate28.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
let data0 = data.value;
const _errs2 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate28.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data1 = data.currency;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate28.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate28.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}

const schema11 = {"type":"object","additionalProperties":false,"properties":{"sku":{"type":"string","minLength":1},"gtin":{"type":"string","minLength":1},"vendorSku":{"type":"string","minLength":1},"description":{"type":"string","minLength":1}},"required":[],"anyOf":[{"required":["sku"]},{"required":["gtin"]},{"required":["vendorSku"]}]};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.sku === undefined) && (missing0 = "sku")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.gtin === undefined) && (missing1 = "gtin")){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.vendorSku === undefined) && (missing2 = "vendorSku")){
const err2 = {instancePath,schemaPath:"#/anyOf/2/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
}
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate30.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs5 = errors;
for(const key0 in data){
if(!((((key0 === "sku") || (key0 === "gtin")) || (key0 === "vendorSku")) || (key0 === "description"))){
validate30.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs5 === errors){
if(data.sku !== undefined){
let data0 = data.sku;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data0 === "string"){
if(data0.length < 1){
validate30.errors = [{instancePath:instancePath+"/sku",schemaPath:"#/properties/sku/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/sku",schemaPath:"#/properties/sku/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.gtin !== undefined){
let data1 = data.gtin;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data1 === "string"){
if(data1.length < 1){
validate30.errors = [{instancePath:instancePath+"/gtin",schemaPath:"#/properties/gtin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/gtin",schemaPath:"#/properties/gtin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.vendorSku !== undefined){
let data2 = data.vendorSku;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data2 === "string"){
if(data2.length < 1){
validate30.errors = [{instancePath:instancePath+"/vendorSku",schemaPath:"#/properties/vendorSku/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/vendorSku",schemaPath:"#/properties/vendorSku/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.description !== undefined){
let data3 = data.description;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(data3.length < 1){
validate30.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
validate30.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate30.errors = vErrors;
return errors === 0;
}

const schema12 = {"type":"object","additionalProperties":false,"properties":{"value":{"type":"number"},"unit":{"$ref":"#/$defs/Unit"},"unitCode":{"type":"string","minLength":1}},"required":["value","unit"]};
const schema13 = {"type":"string","enum":["each","case","pallet","carton","dozen","pound","kilogram","pack","box","bag","bundle","drum","roll","set","pair","gallon","liter","ounce","gram","ton","foot","meter","cubic-foot","cubic-meter","unknown"]};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate33.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((((((((((((((((((((data === "each") || (data === "case")) || (data === "pallet")) || (data === "carton")) || (data === "dozen")) || (data === "pound")) || (data === "kilogram")) || (data === "pack")) || (data === "box")) || (data === "bag")) || (data === "bundle")) || (data === "drum")) || (data === "roll")) || (data === "set")) || (data === "pair")) || (data === "gallon")) || (data === "liter")) || (data === "ounce")) || (data === "gram")) || (data === "ton")) || (data === "foot")) || (data === "meter")) || (data === "cubic-foot")) || (data === "cubic-meter")) || (data === "unknown"))){
validate33.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate33.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.value === undefined) && (missing0 = "value")) || ((data.unit === undefined) && (missing0 = "unit"))){
validate32.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "value") || (key0 === "unit")) || (key0 === "unitCode"))){
validate32.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
let data0 = data.value;
const _errs2 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate32.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs4 = errors;
if(!(validate33(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unitCode !== undefined){
let data2 = data.unitCode;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length < 1){
validate32.errors = [{instancePath:instancePath+"/unitCode",schemaPath:"#/properties/unitCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/unitCode",schemaPath:"#/properties/unitCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate32.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate32.errors = vErrors;
return errors === 0;
}

const schema14 = {"type":"object","additionalProperties":false,"properties":{"value":{"type":"number"},"unit":{"type":"string","enum":["pound","kilogram"]},"qualifier":{"type":"string","minLength":1}},"required":["value","unit"]};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.value === undefined) && (missing0 = "value")) || ((data.unit === undefined) && (missing0 = "unit"))){
validate36.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "value") || (key0 === "unit")) || (key0 === "qualifier"))){
validate36.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
let data0 = data.value;
const _errs2 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate36.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
let data1 = data.unit;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate36.errors = [{instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data1 === "pound") || (data1 === "kilogram"))){
validate36.errors = [{instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/enum",keyword:"enum",params:{allowedValues: schema14.properties.unit.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.qualifier !== undefined){
let data2 = data.qualifier;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate36.errors = [{instancePath:instancePath+"/qualifier",schemaPath:"#/properties/qualifier/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate36.errors = [{instancePath:instancePath+"/qualifier",schemaPath:"#/properties/qualifier/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate36.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate36.errors = vErrors;
return errors === 0;
}

const schema15 = {"type":"object","additionalProperties":false,"properties":{"id":{"type":"string","minLength":1},"name":{"type":"string","minLength":1},"hazardClass":{"type":"string","minLength":1},"packingGroup":{"type":"string","minLength":1},"emergencyPhone":{"type":"string","minLength":1}},"required":["id"]};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.id === undefined) && (missing0 = "id")){
validate38.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "id") || (key0 === "name")) || (key0 === "hazardClass")) || (key0 === "packingGroup")) || (key0 === "emergencyPhone"))){
validate38.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
let data0 = data.id;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate38.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate38.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
let data1 = data.name;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate38.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate38.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hazardClass !== undefined){
let data2 = data.hazardClass;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate38.errors = [{instancePath:instancePath+"/hazardClass",schemaPath:"#/properties/hazardClass/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate38.errors = [{instancePath:instancePath+"/hazardClass",schemaPath:"#/properties/hazardClass/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.packingGroup !== undefined){
let data3 = data.packingGroup;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate38.errors = [{instancePath:instancePath+"/packingGroup",schemaPath:"#/properties/packingGroup/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate38.errors = [{instancePath:instancePath+"/packingGroup",schemaPath:"#/properties/packingGroup/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.emergencyPhone !== undefined){
let data4 = data.emergencyPhone;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate38.errors = [{instancePath:instancePath+"/emergencyPhone",schemaPath:"#/properties/emergencyPhone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate38.errors = [{instancePath:instancePath+"/emergencyPhone",schemaPath:"#/properties/emergencyPhone/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate38.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate38.errors = vErrors;
return errors === 0;
}

const schema16 = {"type":"object","additionalProperties":false,"properties":{"kind":{"type":"string","enum":["bill-of-lading","master-bill-of-lading","purchase-order","carrier-pro","shipment-id","stop-number","appointment-number","delivery-order","pickup-number","seal","vendor-order","load-plan","tracking-number","equipment","depositor-order","customer-order","invoice","freight-bill","booking","ship-notice","packing-list","release","contract","department","store","vendor-number","receipt","return-authorization","route","dock","lot","serial-number","line-item","other"]},"qualifier":{"type":"string","minLength":1},"value":{"type":"string","minLength":1},"description":{"type":"string","minLength":1}},"required":["kind","value"]};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kind === undefined) && (missing0 = "kind")) || ((data.value === undefined) && (missing0 = "value"))){
validate40.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "qualifier")) || (key0 === "value")) || (key0 === "description"))){
validate40.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
let data0 = data.kind;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate40.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((((((((((((((((((((((((((((data0 === "bill-of-lading") || (data0 === "master-bill-of-lading")) || (data0 === "purchase-order")) || (data0 === "carrier-pro")) || (data0 === "shipment-id")) || (data0 === "stop-number")) || (data0 === "appointment-number")) || (data0 === "delivery-order")) || (data0 === "pickup-number")) || (data0 === "seal")) || (data0 === "vendor-order")) || (data0 === "load-plan")) || (data0 === "tracking-number")) || (data0 === "equipment")) || (data0 === "depositor-order")) || (data0 === "customer-order")) || (data0 === "invoice")) || (data0 === "freight-bill")) || (data0 === "booking")) || (data0 === "ship-notice")) || (data0 === "packing-list")) || (data0 === "release")) || (data0 === "contract")) || (data0 === "department")) || (data0 === "store")) || (data0 === "vendor-number")) || (data0 === "receipt")) || (data0 === "return-authorization")) || (data0 === "route")) || (data0 === "dock")) || (data0 === "lot")) || (data0 === "serial-number")) || (data0 === "line-item")) || (data0 === "other"))){
validate40.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema16.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.qualifier !== undefined){
let data1 = data.qualifier;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate40.errors = [{instancePath:instancePath+"/qualifier",schemaPath:"#/properties/qualifier/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate40.errors = [{instancePath:instancePath+"/qualifier",schemaPath:"#/properties/qualifier/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
let data2 = data.value;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate40.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate40.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined){
let data3 = data.description;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate40.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate40.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate40.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate40.errors = vErrors;
return errors === 0;
}

const schema17 = {"type":"object","additionalProperties":false,"properties":{"role":{"type":"string","enum":["ship-from","ship-to","shipper","consignee","bill-to","carrier","warehouse","depositor","ultimate-consignee","mark-for","seller","buyer","vendor","remit-to","notify","broker","other"]},"name":{"type":"string","minLength":1},"id":{"type":"string","minLength":1},"idQualifier":{"type":"string","minLength":1},"address":{"$ref":"#/$defs/Address"},"contact":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"phone":{"type":"string","minLength":1},"email":{"type":"string","minLength":1}},"required":[]},"additionalName":{"type":"string","minLength":1}},"required":["role"]};
const schema18 = {"type":"object","additionalProperties":false,"properties":{"street":{"type":"string","minLength":1},"street2":{"type":"string","minLength":1},"city":{"type":"string","minLength":1},"state":{"type":"string","minLength":1},"postalCode":{"type":"string","minLength":1},"country":{"type":"string","minLength":1}},"required":[]};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "street") || (key0 === "street2")) || (key0 === "city")) || (key0 === "state")) || (key0 === "postalCode")) || (key0 === "country"))){
validate45.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.street !== undefined){
let data0 = data.street;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate45.errors = [{instancePath:instancePath+"/street",schemaPath:"#/properties/street/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate45.errors = [{instancePath:instancePath+"/street",schemaPath:"#/properties/street/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.street2 !== undefined){
let data1 = data.street2;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate45.errors = [{instancePath:instancePath+"/street2",schemaPath:"#/properties/street2/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate45.errors = [{instancePath:instancePath+"/street2",schemaPath:"#/properties/street2/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.city !== undefined){
let data2 = data.city;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate45.errors = [{instancePath:instancePath+"/city",schemaPath:"#/properties/city/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate45.errors = [{instancePath:instancePath+"/city",schemaPath:"#/properties/city/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data3 = data.state;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate45.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate45.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.postalCode !== undefined){
let data4 = data.postalCode;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate45.errors = [{instancePath:instancePath+"/postalCode",schemaPath:"#/properties/postalCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate45.errors = [{instancePath:instancePath+"/postalCode",schemaPath:"#/properties/postalCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.country !== undefined){
let data5 = data.country;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(data5.length < 1){
validate45.errors = [{instancePath:instancePath+"/country",schemaPath:"#/properties/country/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate45.errors = [{instancePath:instancePath+"/country",schemaPath:"#/properties/country/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate45.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate45.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.role === undefined) && (missing0 = "role")){
validate44.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "role") || (key0 === "name")) || (key0 === "id")) || (key0 === "idQualifier")) || (key0 === "address")) || (key0 === "contact")) || (key0 === "additionalName"))){
validate44.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.role !== undefined){
let data0 = data.role;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate44.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((((((((((((data0 === "ship-from") || (data0 === "ship-to")) || (data0 === "shipper")) || (data0 === "consignee")) || (data0 === "bill-to")) || (data0 === "carrier")) || (data0 === "warehouse")) || (data0 === "depositor")) || (data0 === "ultimate-consignee")) || (data0 === "mark-for")) || (data0 === "seller")) || (data0 === "buyer")) || (data0 === "vendor")) || (data0 === "remit-to")) || (data0 === "notify")) || (data0 === "broker")) || (data0 === "other"))){
validate44.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/enum",keyword:"enum",params:{allowedValues: schema17.properties.role.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
let data1 = data.name;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate44.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
let data2 = data.id;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate44.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.idQualifier !== undefined){
let data3 = data.idQualifier;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate44.errors = [{instancePath:instancePath+"/idQualifier",schemaPath:"#/properties/idQualifier/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/idQualifier",schemaPath:"#/properties/idQualifier/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.address !== undefined){
const _errs10 = errors;
if(!(validate45(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contact !== undefined){
let data5 = data.contact;
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
const _errs13 = errors;
for(const key1 in data5){
if(!(((key1 === "name") || (key1 === "phone")) || (key1 === "email"))){
validate44.errors = [{instancePath:instancePath+"/contact",schemaPath:"#/properties/contact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs13 === errors){
if(data5.name !== undefined){
let data6 = data5.name;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data6 === "string"){
if(data6.length < 1){
validate44.errors = [{instancePath:instancePath+"/contact/name",schemaPath:"#/properties/contact/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/contact/name",schemaPath:"#/properties/contact/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.phone !== undefined){
let data7 = data5.phone;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data7 === "string"){
if(data7.length < 1){
validate44.errors = [{instancePath:instancePath+"/contact/phone",schemaPath:"#/properties/contact/properties/phone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/contact/phone",schemaPath:"#/properties/contact/properties/phone/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.email !== undefined){
let data8 = data5.email;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data8 === "string"){
if(data8.length < 1){
validate44.errors = [{instancePath:instancePath+"/contact/email",schemaPath:"#/properties/contact/properties/email/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/contact/email",schemaPath:"#/properties/contact/properties/email/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs18 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate44.errors = [{instancePath:instancePath+"/contact",schemaPath:"#/properties/contact/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.additionalName !== undefined){
let data9 = data.additionalName;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data9 === "string"){
if(data9.length < 1){
validate44.errors = [{instancePath:instancePath+"/additionalName",schemaPath:"#/properties/additionalName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/additionalName",schemaPath:"#/properties/additionalName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate44.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate44.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.billOfLading === undefined) && (missing0 = "billOfLading")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.issuedAt === undefined) && (missing0 = "issuedAt"))) || ((data.carrier === undefined) && (missing0 = "carrier"))) || ((data.items === undefined) && (missing0 = "items"))) || ((data.parties === undefined) && (missing0 = "parties"))){
validate22.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema7.properties, key0))){
validate22.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.billOfLading !== undefined){
let data0 = data.billOfLading;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate22.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shipmentId !== undefined){
let data1 = data.shipmentId;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate22.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordId !== undefined){
let data2 = data.recordId;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate22.errors = [{instancePath:instancePath+"/recordId",schemaPath:"#/properties/recordId/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data3 = data.purpose;
const _errs8 = errors;
if(typeof data3 !== "string"){
validate22.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data3 === "original") || (data3 === "cancel")) || (data3 === "change")) || (data3 === "replace"))){
validate22.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema7.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issuedAt !== undefined){
const _errs10 = errors;
if(!(validate23(data.issuedAt, {instancePath:instancePath+"/issuedAt",parentData:data,parentDataProperty:"issuedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shippedAt !== undefined){
const _errs11 = errors;
if(!(validate23(data.shippedAt, {instancePath:instancePath+"/shippedAt",parentData:data,parentDataProperty:"shippedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs12 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment !== undefined){
let data7 = data.payment;
const _errs13 = errors;
if(typeof data7 !== "string"){
validate22.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data7 === "prepaid") || (data7 === "collect")) || (data7 === "third-party"))){
validate22.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/enum",keyword:"enum",params:{allowedValues: schema7.properties.payment.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data8 = data.equipment;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data8 === "string"){
if(data8.length < 1){
validate22.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instructions !== undefined){
let data9 = data.instructions;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data9 === "string"){
if(data9.length < 1){
validate22.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.declaredValue !== undefined){
const _errs19 = errors;
if(!(validate28(data.declaredValue, {instancePath:instancePath+"/declaredValue",parentData:data,parentDataProperty:"declaredValue",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
let data11 = data.items;
const _errs20 = errors;
if(errors === _errs20){
if(Array.isArray(data11)){
if(data11.length < 1){
validate22.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
const _errs22 = errors;
if(errors === _errs22){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing1;
if(((data12.description === undefined) && (missing1 = "description")) || ((data12.quantity === undefined) && (missing1 = "quantity"))){
validate22.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs24 = errors;
for(const key1 in data12){
if(!(func2.call(schema7.properties.items.items.properties, key1))){
validate22.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs24 === errors){
if(data12.lineNumber !== undefined){
let data13 = data12.lineNumber;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data13 === "string"){
if(data13.length < 1){
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/lineNumber",schemaPath:"#/properties/items/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/lineNumber",schemaPath:"#/properties/items/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.description !== undefined){
let data14 = data12.description;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data14 === "string"){
if(data14.length < 1){
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/description",schemaPath:"#/properties/items/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/description",schemaPath:"#/properties/items/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.product !== undefined){
const _errs29 = errors;
if(!(validate30(data12.product, {instancePath:instancePath+"/items/" + i0+"/product",parentData:data12,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.quantity !== undefined){
const _errs30 = errors;
if(!(validate32(data12.quantity, {instancePath:instancePath+"/items/" + i0+"/quantity",parentData:data12,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.weight !== undefined){
const _errs31 = errors;
if(!(validate36(data12.weight, {instancePath:instancePath+"/items/" + i0+"/weight",parentData:data12,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.freightClass !== undefined){
let data18 = data12.freightClass;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data18 === "string"){
if(data18.length < 1){
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/freightClass",schemaPath:"#/properties/items/items/properties/freightClass/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/freightClass",schemaPath:"#/properties/items/items/properties/freightClass/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs32 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.commodityCode !== undefined){
let data19 = data12.commodityCode;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data19 === "string"){
if(data19.length < 1){
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/commodityCode",schemaPath:"#/properties/items/items/properties/commodityCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/commodityCode",schemaPath:"#/properties/items/items/properties/commodityCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs34 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.hazard !== undefined){
const _errs36 = errors;
if(!(validate38(data12.hazard, {instancePath:instancePath+"/items/" + i0+"/hazard",parentData:data12,parentDataProperty:"hazard",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
var valid2 = _errs36 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.references !== undefined){
let data21 = data12.references;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data21)){
var valid3 = true;
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
const _errs39 = errors;
if(!(validate40(data21[i1], {instancePath:instancePath+"/items/" + i0+"/references/" + i1,parentData:data21,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid3 = _errs39 === errors;
if(!valid3){
break;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/items/" + i0+"/references",schemaPath:"#/properties/items/items/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs37 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs22 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data23 = data.totals;
const _errs40 = errors;
if(errors === _errs40){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing2;
if((data23.units === undefined) && (missing2 = "units")){
validate22.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs42 = errors;
for(const key2 in data23){
if(!(((key2 === "units") || (key2 === "weight")) || (key2 === "packages"))){
validate22.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs42 === errors){
if(data23.units !== undefined){
let data24 = data23.units;
const _errs43 = errors;
if(!((typeof data24 == "number") && (isFinite(data24)))){
validate22.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs43 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data23.weight !== undefined){
const _errs45 = errors;
if(!(validate36(data23.weight, {instancePath:instancePath+"/totals/weight",parentData:data23,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid4 = _errs45 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data23.packages !== undefined){
let data26 = data23.packages;
const _errs46 = errors;
if(!((typeof data26 == "number") && (isFinite(data26)))){
validate22.errors = [{instancePath:instancePath+"/totals/packages",schemaPath:"#/properties/totals/properties/packages/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs46 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data27 = data.references;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data27)){
var valid5 = true;
const len2 = data27.length;
for(let i2=0; i2<len2; i2++){
const _errs50 = errors;
if(!(validate40(data27[i2], {instancePath:instancePath+"/references/" + i2,parentData:data27,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid5 = _errs50 === errors;
if(!valid5){
break;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs48 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data29 = data.parties;
const _errs51 = errors;
if(errors === _errs51){
if(Array.isArray(data29)){
var valid6 = true;
const len3 = data29.length;
for(let i3=0; i3<len3; i3++){
const _errs53 = errors;
if(!(validate44(data29[i3], {instancePath:instancePath+"/parties/" + i3,parentData:data29,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid6 = _errs53 === errors;
if(!valid6){
break;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

export const dockAppointmentScheduledV1 = validate48;
const schema19 = {"type":"object","additionalProperties":false,"properties":{"shipmentId":{"type":"string","minLength":1},"carrierReference":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"appointment":{"type":"string","enum":["pickup","delivery"]},"status":{"type":"string","enum":["requested","estimated","scheduled","confirmed","cancelled"]},"statusCode":{"type":"string","minLength":1},"at":{"$ref":"#/$defs/Moment"},"until":{"$ref":"#/$defs/Moment"},"appointmentNumber":{"type":"string","minLength":1},"dock":{"type":"string","minLength":1},"reason":{"$ref":"#/$defs/Reason"},"place":{"$ref":"#/$defs/Place"},"stop":{"type":"integer","minimum":1},"equipment":{"type":"string","minLength":1},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["appointment","status","at"]};
const schema20 = {"type":"object","additionalProperties":false,"properties":{"code":{"type":"string","minLength":1},"meaning":{"$ref":"#/$defs/ReasonMeaning"}},"required":["code","meaning"]};
const schema21 = {"type":"string","enum":["normal","normal-appointment","accident","mechanical","weather","shipper","consignee","other-carrier","previous-stop","missed-pickup","missed-delivery","keying-error","driver","dispatch","equipment","address","recipient-unavailable","consignee-closed","refused","shortage","damage","customs","paperwork","held","road","strike","appointment-needed","reconsigned","returned","not-enough-time","customer-request","other"]};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((((((((((((((((((((((((((data === "normal") || (data === "normal-appointment")) || (data === "accident")) || (data === "mechanical")) || (data === "weather")) || (data === "shipper")) || (data === "consignee")) || (data === "other-carrier")) || (data === "previous-stop")) || (data === "missed-pickup")) || (data === "missed-delivery")) || (data === "keying-error")) || (data === "driver")) || (data === "dispatch")) || (data === "equipment")) || (data === "address")) || (data === "recipient-unavailable")) || (data === "consignee-closed")) || (data === "refused")) || (data === "shortage")) || (data === "damage")) || (data === "customs")) || (data === "paperwork")) || (data === "held")) || (data === "road")) || (data === "strike")) || (data === "appointment-needed")) || (data === "reconsigned")) || (data === "returned")) || (data === "not-enough-time")) || (data === "customer-request")) || (data === "other"))){
validate53.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema21.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate53.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.meaning === undefined) && (missing0 = "meaning"))){
validate52.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "meaning"))){
validate52.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
let data0 = data.code;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate52.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.meaning !== undefined){
const _errs4 = errors;
if(!(validate53(data.meaning, {instancePath:instancePath+"/meaning",parentData:data,parentDataProperty:"meaning",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}

const schema22 = {"type":"object","additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"city":{"type":"string","minLength":1},"state":{"type":"string","minLength":1},"country":{"type":"string","minLength":1},"postalCode":{"type":"string","minLength":1},"latitude":{"type":"number"},"longitude":{"type":"number"}},"required":[]};

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "city")) || (key0 === "state")) || (key0 === "country")) || (key0 === "postalCode")) || (key0 === "latitude")) || (key0 === "longitude"))){
validate56.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined){
let data0 = data.name;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate56.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate56.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.city !== undefined){
let data1 = data.city;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate56.errors = [{instancePath:instancePath+"/city",schemaPath:"#/properties/city/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate56.errors = [{instancePath:instancePath+"/city",schemaPath:"#/properties/city/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate56.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate56.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.country !== undefined){
let data3 = data.country;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate56.errors = [{instancePath:instancePath+"/country",schemaPath:"#/properties/country/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate56.errors = [{instancePath:instancePath+"/country",schemaPath:"#/properties/country/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.postalCode !== undefined){
let data4 = data.postalCode;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate56.errors = [{instancePath:instancePath+"/postalCode",schemaPath:"#/properties/postalCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate56.errors = [{instancePath:instancePath+"/postalCode",schemaPath:"#/properties/postalCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.latitude !== undefined){
let data5 = data.latitude;
const _errs12 = errors;
if(!((typeof data5 == "number") && (isFinite(data5)))){
validate56.errors = [{instancePath:instancePath+"/latitude",schemaPath:"#/properties/latitude/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.longitude !== undefined){
let data6 = data.longitude;
const _errs14 = errors;
if(!((typeof data6 == "number") && (isFinite(data6)))){
validate56.errors = [{instancePath:instancePath+"/longitude",schemaPath:"#/properties/longitude/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate56.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}


function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.appointment === undefined) && (missing0 = "appointment")) || ((data.status === undefined) && (missing0 = "status"))) || ((data.at === undefined) && (missing0 = "at"))){
validate48.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema19.properties, key0))){
validate48.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.shipmentId !== undefined){
let data0 = data.shipmentId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate48.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate48.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrierReference !== undefined){
let data1 = data.carrierReference;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate48.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate48.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs6 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.appointment !== undefined){
let data3 = data.appointment;
const _errs7 = errors;
if(typeof data3 !== "string"){
validate48.errors = [{instancePath:instancePath+"/appointment",schemaPath:"#/properties/appointment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data3 === "pickup") || (data3 === "delivery"))){
validate48.errors = [{instancePath:instancePath+"/appointment",schemaPath:"#/properties/appointment/enum",keyword:"enum",params:{allowedValues: schema19.properties.appointment.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data4 = data.status;
const _errs9 = errors;
if(typeof data4 !== "string"){
validate48.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data4 === "requested") || (data4 === "estimated")) || (data4 === "scheduled")) || (data4 === "confirmed")) || (data4 === "cancelled"))){
validate48.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema19.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statusCode !== undefined){
let data5 = data.statusCode;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length < 1){
validate48.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate48.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
const _errs13 = errors;
if(!(validate23(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.until !== undefined){
const _errs14 = errors;
if(!(validate23(data.until, {instancePath:instancePath+"/until",parentData:data,parentDataProperty:"until",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.appointmentNumber !== undefined){
let data8 = data.appointmentNumber;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data8 === "string"){
if(data8.length < 1){
validate48.errors = [{instancePath:instancePath+"/appointmentNumber",schemaPath:"#/properties/appointmentNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate48.errors = [{instancePath:instancePath+"/appointmentNumber",schemaPath:"#/properties/appointmentNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dock !== undefined){
let data9 = data.dock;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data9 === "string"){
if(data9.length < 1){
validate48.errors = [{instancePath:instancePath+"/dock",schemaPath:"#/properties/dock/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate48.errors = [{instancePath:instancePath+"/dock",schemaPath:"#/properties/dock/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs19 = errors;
if(!(validate52(data.reason, {instancePath:instancePath+"/reason",parentData:data,parentDataProperty:"reason",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.place !== undefined){
const _errs20 = errors;
if(!(validate56(data.place, {instancePath:instancePath+"/place",parentData:data,parentDataProperty:"place",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stop !== undefined){
let data12 = data.stop;
const _errs21 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate48.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
validate48.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data13 = data.equipment;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data13 === "string"){
if(data13.length < 1){
validate48.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate48.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data14 = data.references;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data14)){
var valid1 = true;
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
const _errs27 = errors;
if(!(validate40(data14[i0], {instancePath:instancePath+"/references/" + i0,parentData:data14,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid1 = _errs27 === errors;
if(!valid1){
break;
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data16 = data.parties;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data16)){
var valid2 = true;
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
const _errs30 = errors;
if(!(validate44(data16[i1], {instancePath:instancePath+"/parties/" + i1,parentData:data16,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid2 = _errs30 === errors;
if(!valid2){
break;
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate48.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate48.errors = vErrors;
return errors === 0;
}

export const documentAcknowledgedV1 = validate60;
const schema23 = {"type":"object","additionalProperties":false,"properties":{"groupControl":{"type":"string","minLength":1},"functionalId":{"type":"string","minLength":1},"status":{"type":"string","enum":["accepted","accepted-with-errors","partially-accepted","rejected"]},"statusCode":{"type":"string","minLength":1},"errorCodes":{"type":"array","items":{"type":"string","minLength":1}},"sets":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"set":{"type":"string","minLength":1},"control":{"type":"string","minLength":1},"statusCode":{"type":"string","minLength":1},"status":{"type":"string","enum":["accepted","accepted-with-errors","rejected"]},"errorCodes":{"type":"array","items":{"type":"string","minLength":1}},"errors":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"segment":{"type":"string","minLength":1},"position":{"type":"integer"},"segmentError":{"type":"string","minLength":1},"element":{"type":"integer"},"elementError":{"type":"string","minLength":1},"said":{"type":"string","minLength":1}},"required":[]}}},"required":["set","control","status","statusCode"]}},"counts":{"type":"object","additionalProperties":false,"properties":{"included":{"type":"integer"},"received":{"type":"integer"},"accepted":{"type":"integer"}},"required":[]}},"required":["groupControl","functionalId","status","statusCode","sets"]};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.groupControl === undefined) && (missing0 = "groupControl")) || ((data.functionalId === undefined) && (missing0 = "functionalId"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.statusCode === undefined) && (missing0 = "statusCode"))) || ((data.sets === undefined) && (missing0 = "sets"))){
validate60.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "groupControl") || (key0 === "functionalId")) || (key0 === "status")) || (key0 === "statusCode")) || (key0 === "errorCodes")) || (key0 === "sets")) || (key0 === "counts"))){
validate60.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.groupControl !== undefined){
let data0 = data.groupControl;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate60.errors = [{instancePath:instancePath+"/groupControl",schemaPath:"#/properties/groupControl/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/groupControl",schemaPath:"#/properties/groupControl/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.functionalId !== undefined){
let data1 = data.functionalId;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate60.errors = [{instancePath:instancePath+"/functionalId",schemaPath:"#/properties/functionalId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/functionalId",schemaPath:"#/properties/functionalId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data2 = data.status;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate60.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data2 === "accepted") || (data2 === "accepted-with-errors")) || (data2 === "partially-accepted")) || (data2 === "rejected"))){
validate60.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema23.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statusCode !== undefined){
let data3 = data.statusCode;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate60.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.errorCodes !== undefined){
let data4 = data.errorCodes;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(data5.length < 1){
validate60.errors = [{instancePath:instancePath+"/errorCodes/" + i0,schemaPath:"#/properties/errorCodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/errorCodes/" + i0,schemaPath:"#/properties/errorCodes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs12 === errors;
if(!valid1){
break;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/errorCodes",schemaPath:"#/properties/errorCodes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sets !== undefined){
let data6 = data.sets;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data6)){
var valid2 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs16 = errors;
if(errors === _errs16){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((((data7.set === undefined) && (missing1 = "set")) || ((data7.control === undefined) && (missing1 = "control"))) || ((data7.status === undefined) && (missing1 = "status"))) || ((data7.statusCode === undefined) && (missing1 = "statusCode"))){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1,schemaPath:"#/properties/sets/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs18 = errors;
for(const key1 in data7){
if(!((((((key1 === "set") || (key1 === "control")) || (key1 === "statusCode")) || (key1 === "status")) || (key1 === "errorCodes")) || (key1 === "errors"))){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1,schemaPath:"#/properties/sets/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs18 === errors){
if(data7.set !== undefined){
let data8 = data7.set;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data8 === "string"){
if(data8.length < 1){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/set",schemaPath:"#/properties/sets/items/properties/set/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/set",schemaPath:"#/properties/sets/items/properties/set/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.control !== undefined){
let data9 = data7.control;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data9 === "string"){
if(data9.length < 1){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/control",schemaPath:"#/properties/sets/items/properties/control/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/control",schemaPath:"#/properties/sets/items/properties/control/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.statusCode !== undefined){
let data10 = data7.statusCode;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data10 === "string"){
if(data10.length < 1){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/statusCode",schemaPath:"#/properties/sets/items/properties/statusCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/statusCode",schemaPath:"#/properties/sets/items/properties/statusCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.status !== undefined){
let data11 = data7.status;
const _errs25 = errors;
if(typeof data11 !== "string"){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/status",schemaPath:"#/properties/sets/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data11 === "accepted") || (data11 === "accepted-with-errors")) || (data11 === "rejected"))){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/status",schemaPath:"#/properties/sets/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema23.properties.sets.items.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.errorCodes !== undefined){
let data12 = data7.errorCodes;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data12)){
var valid4 = true;
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
const _errs29 = errors;
if(errors === _errs29){
if(typeof data13 === "string"){
if(data13.length < 1){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errorCodes/" + i2,schemaPath:"#/properties/sets/items/properties/errorCodes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errorCodes/" + i2,schemaPath:"#/properties/sets/items/properties/errorCodes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs29 === errors;
if(!valid4){
break;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errorCodes",schemaPath:"#/properties/sets/items/properties/errorCodes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid3 = _errs27 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.errors !== undefined){
let data14 = data7.errors;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data14)){
var valid5 = true;
const len3 = data14.length;
for(let i3=0; i3<len3; i3++){
let data15 = data14[i3];
const _errs33 = errors;
if(errors === _errs33){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
const _errs35 = errors;
for(const key2 in data15){
if(!((((((key2 === "segment") || (key2 === "position")) || (key2 === "segmentError")) || (key2 === "element")) || (key2 === "elementError")) || (key2 === "said"))){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3,schemaPath:"#/properties/sets/items/properties/errors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs35 === errors){
if(data15.segment !== undefined){
let data16 = data15.segment;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data16 === "string"){
if(data16.length < 1){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/segment",schemaPath:"#/properties/sets/items/properties/errors/items/properties/segment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/segment",schemaPath:"#/properties/sets/items/properties/errors/items/properties/segment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs36 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data15.position !== undefined){
let data17 = data15.position;
const _errs38 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/position",schemaPath:"#/properties/sets/items/properties/errors/items/properties/position/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid6 = _errs38 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data15.segmentError !== undefined){
let data18 = data15.segmentError;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data18 === "string"){
if(data18.length < 1){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/segmentError",schemaPath:"#/properties/sets/items/properties/errors/items/properties/segmentError/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/segmentError",schemaPath:"#/properties/sets/items/properties/errors/items/properties/segmentError/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs40 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data15.element !== undefined){
let data19 = data15.element;
const _errs42 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/element",schemaPath:"#/properties/sets/items/properties/errors/items/properties/element/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid6 = _errs42 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data15.elementError !== undefined){
let data20 = data15.elementError;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data20 === "string"){
if(data20.length < 1){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/elementError",schemaPath:"#/properties/sets/items/properties/errors/items/properties/elementError/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/elementError",schemaPath:"#/properties/sets/items/properties/errors/items/properties/elementError/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs44 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data15.said !== undefined){
let data21 = data15.said;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data21 === "string"){
if(data21.length < 1){
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/said",schemaPath:"#/properties/sets/items/properties/errors/items/properties/said/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3+"/said",schemaPath:"#/properties/sets/items/properties/errors/items/properties/said/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs46 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors/" + i3,schemaPath:"#/properties/sets/items/properties/errors/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs33 === errors;
if(!valid5){
break;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1+"/errors",schemaPath:"#/properties/sets/items/properties/errors/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid3 = _errs31 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets/" + i1,schemaPath:"#/properties/sets/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs16 === errors;
if(!valid2){
break;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/sets",schemaPath:"#/properties/sets/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counts !== undefined){
let data22 = data.counts;
const _errs48 = errors;
if(errors === _errs48){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
const _errs50 = errors;
for(const key3 in data22){
if(!(((key3 === "included") || (key3 === "received")) || (key3 === "accepted"))){
validate60.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs50 === errors){
if(data22.included !== undefined){
let data23 = data22.included;
const _errs51 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate60.errors = [{instancePath:instancePath+"/counts/included",schemaPath:"#/properties/counts/properties/included/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid7 = _errs51 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.received !== undefined){
let data24 = data22.received;
const _errs53 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate60.errors = [{instancePath:instancePath+"/counts/received",schemaPath:"#/properties/counts/properties/received/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid7 = _errs53 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.accepted !== undefined){
let data25 = data22.accepted;
const _errs55 = errors;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
validate60.errors = [{instancePath:instancePath+"/counts/accepted",schemaPath:"#/properties/counts/properties/accepted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid7 = _errs55 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs48 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate60.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}

export const documentAdvisedV1 = validate61;
const schema24 = {"type":"object","additionalProperties":false,"properties":{"adviceNumber":{"type":"string","minLength":1},"advisedAt":{"$ref":"#/$defs/Moment"},"purpose":{"type":"string","enum":["original","replace","other"]},"set":{"type":"string","minLength":1},"status":{"type":"string","enum":["accepted","accepted-with-errors","rejected","other"]},"statusCode":{"type":"string","minLength":1},"reference":{"$ref":"#/$defs/Reference"},"groupControl":{"type":"string","minLength":1},"control":{"type":"string","minLength":1},"errors":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"code":{"type":"string","minLength":1},"description":{"type":"string","minLength":1},"segment":{"type":"string","minLength":1},"position":{"type":"integer"},"element":{"type":"integer"},"said":{"type":"string","minLength":1},"expected":{"type":"string","minLength":1}},"required":[]}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["status","statusCode"]};

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.status === undefined) && (missing0 = "status")) || ((data.statusCode === undefined) && (missing0 = "statusCode"))){
validate61.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema24.properties, key0))){
validate61.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.adviceNumber !== undefined){
let data0 = data.adviceNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate61.errors = [{instancePath:instancePath+"/adviceNumber",schemaPath:"#/properties/adviceNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/adviceNumber",schemaPath:"#/properties/adviceNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.advisedAt !== undefined){
const _errs4 = errors;
if(!(validate23(data.advisedAt, {instancePath:instancePath+"/advisedAt",parentData:data,parentDataProperty:"advisedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data2 = data.purpose;
const _errs5 = errors;
if(typeof data2 !== "string"){
validate61.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data2 === "original") || (data2 === "replace")) || (data2 === "other"))){
validate61.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema24.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.set !== undefined){
let data3 = data.set;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate61.errors = [{instancePath:instancePath+"/set",schemaPath:"#/properties/set/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/set",schemaPath:"#/properties/set/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data4 = data.status;
const _errs9 = errors;
if(typeof data4 !== "string"){
validate61.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data4 === "accepted") || (data4 === "accepted-with-errors")) || (data4 === "rejected")) || (data4 === "other"))){
validate61.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema24.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statusCode !== undefined){
let data5 = data.statusCode;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length < 1){
validate61.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reference !== undefined){
const _errs13 = errors;
if(!(validate40(data.reference, {instancePath:instancePath+"/reference",parentData:data,parentDataProperty:"reference",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.groupControl !== undefined){
let data7 = data.groupControl;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(data7.length < 1){
validate61.errors = [{instancePath:instancePath+"/groupControl",schemaPath:"#/properties/groupControl/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/groupControl",schemaPath:"#/properties/groupControl/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.control !== undefined){
let data8 = data.control;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
validate61.errors = [{instancePath:instancePath+"/control",schemaPath:"#/properties/control/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/control",schemaPath:"#/properties/control/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.errors !== undefined){
let data9 = data.errors;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data9)){
var valid1 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
const _errs20 = errors;
if(errors === _errs20){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
const _errs22 = errors;
for(const key1 in data10){
if(!(((((((key1 === "code") || (key1 === "description")) || (key1 === "segment")) || (key1 === "position")) || (key1 === "element")) || (key1 === "said")) || (key1 === "expected"))){
validate61.errors = [{instancePath:instancePath+"/errors/" + i0,schemaPath:"#/properties/errors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs22 === errors){
if(data10.code !== undefined){
let data11 = data10.code;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data11 === "string"){
if(data11.length < 1){
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/code",schemaPath:"#/properties/errors/items/properties/code/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/code",schemaPath:"#/properties/errors/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.description !== undefined){
let data12 = data10.description;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data12 === "string"){
if(data12.length < 1){
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/description",schemaPath:"#/properties/errors/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/description",schemaPath:"#/properties/errors/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.segment !== undefined){
let data13 = data10.segment;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data13 === "string"){
if(data13.length < 1){
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/segment",schemaPath:"#/properties/errors/items/properties/segment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/segment",schemaPath:"#/properties/errors/items/properties/segment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.position !== undefined){
let data14 = data10.position;
const _errs29 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/position",schemaPath:"#/properties/errors/items/properties/position/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.element !== undefined){
let data15 = data10.element;
const _errs31 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/element",schemaPath:"#/properties/errors/items/properties/element/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.said !== undefined){
let data16 = data10.said;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data16 === "string"){
if(data16.length < 1){
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/said",schemaPath:"#/properties/errors/items/properties/said/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/said",schemaPath:"#/properties/errors/items/properties/said/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs33 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.expected !== undefined){
let data17 = data10.expected;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data17 === "string"){
if(data17.length < 1){
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/expected",schemaPath:"#/properties/errors/items/properties/expected/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/errors/" + i0+"/expected",schemaPath:"#/properties/errors/items/properties/expected/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs35 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/errors/" + i0,schemaPath:"#/properties/errors/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs20 === errors;
if(!valid1){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/errors",schemaPath:"#/properties/errors/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data18 = data.references;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data18)){
var valid3 = true;
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
const _errs39 = errors;
if(!(validate40(data18[i1], {instancePath:instancePath+"/references/" + i1,parentData:data18,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid3 = _errs39 === errors;
if(!valid3){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data20 = data.parties;
const _errs40 = errors;
if(errors === _errs40){
if(Array.isArray(data20)){
var valid4 = true;
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
const _errs42 = errors;
if(!(validate44(data20[i2], {instancePath:instancePath+"/parties/" + i2,parentData:data20,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid4 = _errs42 === errors;
if(!valid4){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}

export const freightInvoicedV1 = validate66;
const schema25 = {"type":"object","additionalProperties":false,"properties":{"invoiceNumber":{"type":"string","minLength":1},"shipmentId":{"type":"string","minLength":1},"carrierReference":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"purpose":{"type":"string","enum":["original","balance-due","correction","cancel","rebill","duplicate","other"]},"payment":{"type":"string","enum":["prepaid","collect","third-party"]},"invoicedAt":{"$ref":"#/$defs/Moment"},"dueAt":{"$ref":"#/$defs/Moment"},"shippedAt":{"$ref":"#/$defs/Moment"},"deliveredAt":{"$ref":"#/$defs/Moment"},"total":{"$ref":"#/$defs/Money"},"charges":{"type":"array","items":{"$ref":"#/$defs/Charge"},"minItems":1},"items":{"type":"array","items":{"$ref":"#/$defs/FreightItem"}},"stops":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"sequence":{"type":"integer","minimum":1},"action":{"type":"string","enum":["load","unload","part-load","part-unload"]},"at":{"$ref":"#/$defs/Moment"},"party":{"$ref":"#/$defs/Party"},"weight":{"$ref":"#/$defs/Weight"},"units":{"type":"number"},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["sequence"]}},"equipment":{"type":"string","minLength":1},"totals":{"type":"object","additionalProperties":false,"properties":{"units":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"},"packages":{"type":"number"}},"required":[]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["invoiceNumber","total","charges"]};
const schema26 = {"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"kind":{"$ref":"#/$defs/ChargeKind"},"code":{"type":"string","minLength":1},"description":{"type":"string","minLength":1},"amount":{"$ref":"#/$defs/Money"},"rate":{"type":"object","additionalProperties":false,"properties":{"value":{"type":"number"},"basis":{"type":"string","minLength":1}},"required":["value"]}},"required":["kind","amount"]};
const schema27 = {"type":"string","enum":["freight","fuel","accessorial","detention","layover","stop-off","liftgate","inside-delivery","residential","loading","unloading","lumper","redelivery","reconsignment","storage","handling","pickup","delivery","minimum","discount","allowance","tax","duty","insurance","hazardous","packaging","other"]};

function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate74.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((((((((((((((((((((((data === "freight") || (data === "fuel")) || (data === "accessorial")) || (data === "detention")) || (data === "layover")) || (data === "stop-off")) || (data === "liftgate")) || (data === "inside-delivery")) || (data === "residential")) || (data === "loading")) || (data === "unloading")) || (data === "lumper")) || (data === "redelivery")) || (data === "reconsignment")) || (data === "storage")) || (data === "handling")) || (data === "pickup")) || (data === "delivery")) || (data === "minimum")) || (data === "discount")) || (data === "allowance")) || (data === "tax")) || (data === "duty")) || (data === "insurance")) || (data === "hazardous")) || (data === "packaging")) || (data === "other"))){
validate74.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema27.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate74.errors = vErrors;
return errors === 0;
}


function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kind === undefined) && (missing0 = "kind")) || ((data.amount === undefined) && (missing0 = "amount"))){
validate73.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "lineNumber") || (key0 === "kind")) || (key0 === "code")) || (key0 === "description")) || (key0 === "amount")) || (key0 === "rate"))){
validate73.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.lineNumber !== undefined){
let data0 = data.lineNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate73.errors = [{instancePath:instancePath+"/lineNumber",schemaPath:"#/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate73.errors = [{instancePath:instancePath+"/lineNumber",schemaPath:"#/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs4 = errors;
if(!(validate74(data.kind, {instancePath:instancePath+"/kind",parentData:data,parentDataProperty:"kind",rootData}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
let data2 = data.code;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length < 1){
validate73.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate73.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined){
let data3 = data.description;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate73.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate73.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
const _errs9 = errors;
if(!(validate28(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rate !== undefined){
let data5 = data.rate;
const _errs10 = errors;
if(errors === _errs10){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((data5.value === undefined) && (missing1 = "value")){
validate73.errors = [{instancePath:instancePath+"/rate",schemaPath:"#/properties/rate/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs12 = errors;
for(const key1 in data5){
if(!((key1 === "value") || (key1 === "basis"))){
validate73.errors = [{instancePath:instancePath+"/rate",schemaPath:"#/properties/rate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs12 === errors){
if(data5.value !== undefined){
let data6 = data5.value;
const _errs13 = errors;
if(!((typeof data6 == "number") && (isFinite(data6)))){
validate73.errors = [{instancePath:instancePath+"/rate/value",schemaPath:"#/properties/rate/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.basis !== undefined){
let data7 = data5.basis;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data7 === "string"){
if(data7.length < 1){
validate73.errors = [{instancePath:instancePath+"/rate/basis",schemaPath:"#/properties/rate/properties/basis/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate73.errors = [{instancePath:instancePath+"/rate/basis",schemaPath:"#/properties/rate/properties/basis/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate73.errors = [{instancePath:instancePath+"/rate",schemaPath:"#/properties/rate/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate73.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate73.errors = vErrors;
return errors === 0;
}

const schema28 = {"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"description":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"quantity":{"$ref":"#/$defs/Quantity"},"weight":{"$ref":"#/$defs/Weight"},"freightClass":{"type":"string","minLength":1},"commodityCode":{"type":"string","minLength":1},"hazard":{"$ref":"#/$defs/Hazard"},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":[]};

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema28.properties, key0))){
validate78.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.lineNumber !== undefined){
let data0 = data.lineNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate78.errors = [{instancePath:instancePath+"/lineNumber",schemaPath:"#/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate78.errors = [{instancePath:instancePath+"/lineNumber",schemaPath:"#/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined){
let data1 = data.description;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate78.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate78.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.product !== undefined){
const _errs6 = errors;
if(!(validate30(data.product, {instancePath:instancePath+"/product",parentData:data,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quantity !== undefined){
const _errs7 = errors;
if(!(validate32(data.quantity, {instancePath:instancePath+"/quantity",parentData:data,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weight !== undefined){
const _errs8 = errors;
if(!(validate36(data.weight, {instancePath:instancePath+"/weight",parentData:data,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.freightClass !== undefined){
let data5 = data.freightClass;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data5 === "string"){
if(data5.length < 1){
validate78.errors = [{instancePath:instancePath+"/freightClass",schemaPath:"#/properties/freightClass/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate78.errors = [{instancePath:instancePath+"/freightClass",schemaPath:"#/properties/freightClass/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commodityCode !== undefined){
let data6 = data.commodityCode;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data6 === "string"){
if(data6.length < 1){
validate78.errors = [{instancePath:instancePath+"/commodityCode",schemaPath:"#/properties/commodityCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate78.errors = [{instancePath:instancePath+"/commodityCode",schemaPath:"#/properties/commodityCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hazard !== undefined){
const _errs13 = errors;
if(!(validate38(data.hazard, {instancePath:instancePath+"/hazard",parentData:data,parentDataProperty:"hazard",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data8 = data.references;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data8)){
var valid1 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate40(data8[i0], {instancePath:instancePath+"/references/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate78.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate78.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate78.errors = vErrors;
return errors === 0;
}


function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.invoiceNumber === undefined) && (missing0 = "invoiceNumber")) || ((data.total === undefined) && (missing0 = "total"))) || ((data.charges === undefined) && (missing0 = "charges"))){
validate66.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema25.properties, key0))){
validate66.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.invoiceNumber !== undefined){
let data0 = data.invoiceNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate66.errors = [{instancePath:instancePath+"/invoiceNumber",schemaPath:"#/properties/invoiceNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate66.errors = [{instancePath:instancePath+"/invoiceNumber",schemaPath:"#/properties/invoiceNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shipmentId !== undefined){
let data1 = data.shipmentId;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate66.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate66.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrierReference !== undefined){
let data2 = data.carrierReference;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate66.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate66.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs8 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data4 = data.purpose;
const _errs9 = errors;
if(typeof data4 !== "string"){
validate66.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data4 === "original") || (data4 === "balance-due")) || (data4 === "correction")) || (data4 === "cancel")) || (data4 === "rebill")) || (data4 === "duplicate")) || (data4 === "other"))){
validate66.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema25.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment !== undefined){
let data5 = data.payment;
const _errs11 = errors;
if(typeof data5 !== "string"){
validate66.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data5 === "prepaid") || (data5 === "collect")) || (data5 === "third-party"))){
validate66.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/enum",keyword:"enum",params:{allowedValues: schema25.properties.payment.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invoicedAt !== undefined){
const _errs13 = errors;
if(!(validate23(data.invoicedAt, {instancePath:instancePath+"/invoicedAt",parentData:data,parentDataProperty:"invoicedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dueAt !== undefined){
const _errs14 = errors;
if(!(validate23(data.dueAt, {instancePath:instancePath+"/dueAt",parentData:data,parentDataProperty:"dueAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shippedAt !== undefined){
const _errs15 = errors;
if(!(validate23(data.shippedAt, {instancePath:instancePath+"/shippedAt",parentData:data,parentDataProperty:"shippedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deliveredAt !== undefined){
const _errs16 = errors;
if(!(validate23(data.deliveredAt, {instancePath:instancePath+"/deliveredAt",parentData:data,parentDataProperty:"deliveredAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.total !== undefined){
const _errs17 = errors;
if(!(validate28(data.total, {instancePath:instancePath+"/total",parentData:data,parentDataProperty:"total",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.charges !== undefined){
let data11 = data.charges;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data11)){
if(data11.length < 1){
validate66.errors = [{instancePath:instancePath+"/charges",schemaPath:"#/properties/charges/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
const _errs20 = errors;
if(!(validate73(data11[i0], {instancePath:instancePath+"/charges/" + i0,parentData:data11,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid1 = _errs20 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/charges",schemaPath:"#/properties/charges/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
let data13 = data.items;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data13)){
var valid2 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
const _errs23 = errors;
if(!(validate78(data13[i1], {instancePath:instancePath+"/items/" + i1,parentData:data13,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
var valid2 = _errs23 === errors;
if(!valid2){
break;
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stops !== undefined){
let data15 = data.stops;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data15)){
var valid3 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
const _errs26 = errors;
if(errors === _errs26){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing1;
if((data16.sequence === undefined) && (missing1 = "sequence")){
validate66.errors = [{instancePath:instancePath+"/stops/" + i2,schemaPath:"#/properties/stops/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs28 = errors;
for(const key1 in data16){
if(!(((((((key1 === "sequence") || (key1 === "action")) || (key1 === "at")) || (key1 === "party")) || (key1 === "weight")) || (key1 === "units")) || (key1 === "references"))){
validate66.errors = [{instancePath:instancePath+"/stops/" + i2,schemaPath:"#/properties/stops/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs28 === errors){
if(data16.sequence !== undefined){
let data17 = data16.sequence;
const _errs29 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate66.errors = [{instancePath:instancePath+"/stops/" + i2+"/sequence",schemaPath:"#/properties/stops/items/properties/sequence/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs29){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 1 || isNaN(data17)){
validate66.errors = [{instancePath:instancePath+"/stops/" + i2+"/sequence",schemaPath:"#/properties/stops/items/properties/sequence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data16.action !== undefined){
let data18 = data16.action;
const _errs31 = errors;
if(typeof data18 !== "string"){
validate66.errors = [{instancePath:instancePath+"/stops/" + i2+"/action",schemaPath:"#/properties/stops/items/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data18 === "load") || (data18 === "unload")) || (data18 === "part-load")) || (data18 === "part-unload"))){
validate66.errors = [{instancePath:instancePath+"/stops/" + i2+"/action",schemaPath:"#/properties/stops/items/properties/action/enum",keyword:"enum",params:{allowedValues: schema25.properties.stops.items.properties.action.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data16.at !== undefined){
const _errs33 = errors;
if(!(validate23(data16.at, {instancePath:instancePath+"/stops/" + i2+"/at",parentData:data16,parentDataProperty:"at",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data16.party !== undefined){
const _errs34 = errors;
if(!(validate44(data16.party, {instancePath:instancePath+"/stops/" + i2+"/party",parentData:data16,parentDataProperty:"party",rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid4 = _errs34 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data16.weight !== undefined){
const _errs35 = errors;
if(!(validate36(data16.weight, {instancePath:instancePath+"/stops/" + i2+"/weight",parentData:data16,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data16.units !== undefined){
let data22 = data16.units;
const _errs36 = errors;
if(!((typeof data22 == "number") && (isFinite(data22)))){
validate66.errors = [{instancePath:instancePath+"/stops/" + i2+"/units",schemaPath:"#/properties/stops/items/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs36 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data16.references !== undefined){
let data23 = data16.references;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data23)){
var valid5 = true;
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
const _errs40 = errors;
if(!(validate40(data23[i3], {instancePath:instancePath+"/stops/" + i2+"/references/" + i3,parentData:data23,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid5 = _errs40 === errors;
if(!valid5){
break;
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/stops/" + i2+"/references",schemaPath:"#/properties/stops/items/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs38 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/stops/" + i2,schemaPath:"#/properties/stops/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs26 === errors;
if(!valid3){
break;
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/stops",schemaPath:"#/properties/stops/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data25 = data.equipment;
const _errs41 = errors;
if(errors === _errs41){
if(typeof data25 === "string"){
if(data25.length < 1){
validate66.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate66.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data26 = data.totals;
const _errs43 = errors;
if(errors === _errs43){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
const _errs45 = errors;
for(const key2 in data26){
if(!(((key2 === "units") || (key2 === "weight")) || (key2 === "packages"))){
validate66.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs45 === errors){
if(data26.units !== undefined){
let data27 = data26.units;
const _errs46 = errors;
if(!((typeof data27 == "number") && (isFinite(data27)))){
validate66.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid6 = _errs46 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data26.weight !== undefined){
const _errs48 = errors;
if(!(validate36(data26.weight, {instancePath:instancePath+"/totals/weight",parentData:data26,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid6 = _errs48 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data26.packages !== undefined){
let data29 = data26.packages;
const _errs49 = errors;
if(!((typeof data29 == "number") && (isFinite(data29)))){
validate66.errors = [{instancePath:instancePath+"/totals/packages",schemaPath:"#/properties/totals/properties/packages/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid6 = _errs49 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data30 = data.references;
const _errs51 = errors;
if(errors === _errs51){
if(Array.isArray(data30)){
var valid7 = true;
const len4 = data30.length;
for(let i4=0; i4<len4; i4++){
const _errs53 = errors;
if(!(validate40(data30[i4], {instancePath:instancePath+"/references/" + i4,parentData:data30,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid7 = _errs53 === errors;
if(!valid7){
break;
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data32 = data.parties;
const _errs54 = errors;
if(errors === _errs54){
if(Array.isArray(data32)){
var valid8 = true;
const len5 = data32.length;
for(let i5=0; i5<len5; i5++){
const _errs56 = errors;
if(!(validate44(data32[i5], {instancePath:instancePath+"/parties/" + i5,parentData:data32,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid8 = _errs56 === errors;
if(!valid8){
break;
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate66.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate66.errors = vErrors;
return errors === 0;
}

export const inventoryAdjustedV1 = validate92;
const schema29 = {"type":"object","additionalProperties":false,"properties":{"adjustmentNumber":{"type":"string","minLength":1},"adjustedAt":{"$ref":"#/$defs/Moment"},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"reason":{"$ref":"#/$defs/AdjustmentReason"},"reasonCode":{"type":"string","minLength":1},"change":{"$ref":"#/$defs/Quantity"},"lot":{"type":"string","minLength":1},"expiresAt":{"$ref":"#/$defs/Moment"},"location":{"type":"string","minLength":1},"fromState":{"$ref":"#/$defs/InventoryState"},"toState":{"$ref":"#/$defs/InventoryState"},"description":{"type":"string","minLength":1},"serialNumbers":{"type":"array","items":{"type":"string","minLength":1}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["reason","product","change"]},"minItems":1},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}},"notes":{"type":"array","items":{"type":"string","minLength":1}}},"required":["adjustedAt","lines"]};
const schema30 = {"type":"string","enum":["cycle-count","damaged","found","expired","hold","released","scrapped","returned","receipt-corrected","shipment-corrected","quality","reclassified","kitting","sample","lost","renumbered","recalled","reworked","transferred","booking","donated","other"]};

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate95.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((((((((((((((((data === "cycle-count") || (data === "damaged")) || (data === "found")) || (data === "expired")) || (data === "hold")) || (data === "released")) || (data === "scrapped")) || (data === "returned")) || (data === "receipt-corrected")) || (data === "shipment-corrected")) || (data === "quality")) || (data === "reclassified")) || (data === "kitting")) || (data === "sample")) || (data === "lost")) || (data === "renumbered")) || (data === "recalled")) || (data === "reworked")) || (data === "transferred")) || (data === "booking")) || (data === "donated")) || (data === "other"))){
validate95.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema30.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate95.errors = vErrors;
return errors === 0;
}

const schema31 = {"type":"string","enum":["on-hand","available","on-hold","damaged","allocated","in-transit","on-order","backordered","quarantine","other"]};

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate99.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((((data === "on-hand") || (data === "available")) || (data === "on-hold")) || (data === "damaged")) || (data === "allocated")) || (data === "in-transit")) || (data === "on-order")) || (data === "backordered")) || (data === "quarantine")) || (data === "other"))){
validate99.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema31.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate99.errors = vErrors;
return errors === 0;
}


function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.adjustedAt === undefined) && (missing0 = "adjustedAt")) || ((data.lines === undefined) && (missing0 = "lines"))){
validate92.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "adjustmentNumber") || (key0 === "adjustedAt")) || (key0 === "lines")) || (key0 === "references")) || (key0 === "parties")) || (key0 === "notes"))){
validate92.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.adjustmentNumber !== undefined){
let data0 = data.adjustmentNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate92.errors = [{instancePath:instancePath+"/adjustmentNumber",schemaPath:"#/properties/adjustmentNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/adjustmentNumber",schemaPath:"#/properties/adjustmentNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.adjustedAt !== undefined){
const _errs4 = errors;
if(!(validate23(data.adjustedAt, {instancePath:instancePath+"/adjustedAt",parentData:data,parentDataProperty:"adjustedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data2 = data.lines;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
if(data2.length < 1){
validate92.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if((((data3.reason === undefined) && (missing1 = "reason")) || ((data3.product === undefined) && (missing1 = "product"))) || ((data3.change === undefined) && (missing1 = "change"))){
validate92.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data3){
if(!(func2.call(schema29.properties.lines.items.properties, key1))){
validate92.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs9 === errors){
if(data3.lineNumber !== undefined){
let data4 = data3.lineNumber;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.product !== undefined){
const _errs12 = errors;
if(!(validate30(data3.product, {instancePath:instancePath+"/lines/" + i0+"/product",parentData:data3,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.reason !== undefined){
const _errs13 = errors;
if(!(validate95(data3.reason, {instancePath:instancePath+"/lines/" + i0+"/reason",parentData:data3,parentDataProperty:"reason",rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.reasonCode !== undefined){
let data7 = data3.reasonCode;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(data7.length < 1){
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/reasonCode",schemaPath:"#/properties/lines/items/properties/reasonCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/reasonCode",schemaPath:"#/properties/lines/items/properties/reasonCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.change !== undefined){
const _errs16 = errors;
if(!(validate32(data3.change, {instancePath:instancePath+"/lines/" + i0+"/change",parentData:data3,parentDataProperty:"change",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.lot !== undefined){
let data9 = data3.lot;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data9 === "string"){
if(data9.length < 1){
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/lot",schemaPath:"#/properties/lines/items/properties/lot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/lot",schemaPath:"#/properties/lines/items/properties/lot/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.expiresAt !== undefined){
const _errs19 = errors;
if(!(validate23(data3.expiresAt, {instancePath:instancePath+"/lines/" + i0+"/expiresAt",parentData:data3,parentDataProperty:"expiresAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.location !== undefined){
let data11 = data3.location;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data11 === "string"){
if(data11.length < 1){
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/location",schemaPath:"#/properties/lines/items/properties/location/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/location",schemaPath:"#/properties/lines/items/properties/location/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs20 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.fromState !== undefined){
const _errs22 = errors;
if(!(validate99(data3.fromState, {instancePath:instancePath+"/lines/" + i0+"/fromState",parentData:data3,parentDataProperty:"fromState",rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
var valid2 = _errs22 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.toState !== undefined){
const _errs23 = errors;
if(!(validate99(data3.toState, {instancePath:instancePath+"/lines/" + i0+"/toState",parentData:data3,parentDataProperty:"toState",rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.description !== undefined){
let data14 = data3.description;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data14 === "string"){
if(data14.length < 1){
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/description",schemaPath:"#/properties/lines/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/description",schemaPath:"#/properties/lines/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.serialNumbers !== undefined){
let data15 = data3.serialNumbers;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data15)){
var valid3 = true;
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
const _errs28 = errors;
if(errors === _errs28){
if(typeof data16 === "string"){
if(data16.length < 1){
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/serialNumbers/" + i1,schemaPath:"#/properties/lines/items/properties/serialNumbers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/serialNumbers/" + i1,schemaPath:"#/properties/lines/items/properties/serialNumbers/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs28 === errors;
if(!valid3){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/serialNumbers",schemaPath:"#/properties/lines/items/properties/serialNumbers/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.references !== undefined){
let data17 = data3.references;
const _errs30 = errors;
if(errors === _errs30){
if(Array.isArray(data17)){
var valid4 = true;
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
const _errs32 = errors;
if(!(validate40(data17[i2], {instancePath:instancePath+"/lines/" + i0+"/references/" + i2,parentData:data17,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid4 = _errs32 === errors;
if(!valid4){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0+"/references",schemaPath:"#/properties/lines/items/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data19 = data.references;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data19)){
var valid5 = true;
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
const _errs35 = errors;
if(!(validate40(data19[i3], {instancePath:instancePath+"/references/" + i3,parentData:data19,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid5 = _errs35 === errors;
if(!valid5){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data21 = data.parties;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data21)){
var valid6 = true;
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
const _errs38 = errors;
if(!(validate44(data21[i4], {instancePath:instancePath+"/parties/" + i4,parentData:data21,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid6 = _errs38 === errors;
if(!valid6){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data23 = data.notes;
const _errs39 = errors;
if(errors === _errs39){
if(Array.isArray(data23)){
var valid7 = true;
const len5 = data23.length;
for(let i5=0; i5<len5; i5++){
let data24 = data23[i5];
const _errs41 = errors;
if(errors === _errs41){
if(typeof data24 === "string"){
if(data24.length < 1){
validate92.errors = [{instancePath:instancePath+"/notes/" + i5,schemaPath:"#/properties/notes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/notes/" + i5,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs41 === errors;
if(!valid7){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate92.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate92.errors = vErrors;
return errors === 0;
}

export const inventorySnapshotV1 = validate105;
const schema32 = {"type":"object","additionalProperties":false,"properties":{"snapshotNumber":{"type":"string","minLength":1},"purpose":{"type":"string","enum":["original","change","replace","other"]},"scope":{"type":"string","enum":["full","changes"]},"asOf":{"$ref":"#/$defs/Moment"},"items":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"lot":{"type":"string","minLength":1},"expiresAt":{"$ref":"#/$defs/Moment"},"location":{"type":"string","minLength":1},"levels":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"state":{"$ref":"#/$defs/InventoryState"},"stateCode":{"type":"string","minLength":1},"quantity":{"$ref":"#/$defs/Quantity"}},"required":["state","quantity"]},"minItems":1}},"required":["product","levels"]},"minItems":1},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["asOf","items"]};

function validate105(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.asOf === undefined) && (missing0 = "asOf")) || ((data.items === undefined) && (missing0 = "items"))){
validate105.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "snapshotNumber") || (key0 === "purpose")) || (key0 === "scope")) || (key0 === "asOf")) || (key0 === "items")) || (key0 === "references")) || (key0 === "parties"))){
validate105.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.snapshotNumber !== undefined){
let data0 = data.snapshotNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate105.errors = [{instancePath:instancePath+"/snapshotNumber",schemaPath:"#/properties/snapshotNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate105.errors = [{instancePath:instancePath+"/snapshotNumber",schemaPath:"#/properties/snapshotNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data1 = data.purpose;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate105.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data1 === "original") || (data1 === "change")) || (data1 === "replace")) || (data1 === "other"))){
validate105.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema32.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scope !== undefined){
let data2 = data.scope;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate105.errors = [{instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data2 === "full") || (data2 === "changes"))){
validate105.errors = [{instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/enum",keyword:"enum",params:{allowedValues: schema32.properties.scope.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.asOf !== undefined){
const _errs8 = errors;
if(!(validate23(data.asOf, {instancePath:instancePath+"/asOf",parentData:data,parentDataProperty:"asOf",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
let data4 = data.items;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data4)){
if(data4.length < 1){
validate105.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if(((data5.product === undefined) && (missing1 = "product")) || ((data5.levels === undefined) && (missing1 = "levels"))){
validate105.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs13 = errors;
for(const key1 in data5){
if(!((((((key1 === "lineNumber") || (key1 === "product")) || (key1 === "lot")) || (key1 === "expiresAt")) || (key1 === "location")) || (key1 === "levels"))){
validate105.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs13 === errors){
if(data5.lineNumber !== undefined){
let data6 = data5.lineNumber;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data6 === "string"){
if(data6.length < 1){
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/lineNumber",schemaPath:"#/properties/items/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/lineNumber",schemaPath:"#/properties/items/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.product !== undefined){
const _errs16 = errors;
if(!(validate30(data5.product, {instancePath:instancePath+"/items/" + i0+"/product",parentData:data5,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.lot !== undefined){
let data8 = data5.lot;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data8 === "string"){
if(data8.length < 1){
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/lot",schemaPath:"#/properties/items/items/properties/lot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/lot",schemaPath:"#/properties/items/items/properties/lot/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.expiresAt !== undefined){
const _errs19 = errors;
if(!(validate23(data5.expiresAt, {instancePath:instancePath+"/items/" + i0+"/expiresAt",parentData:data5,parentDataProperty:"expiresAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.location !== undefined){
let data10 = data5.location;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data10 === "string"){
if(data10.length < 1){
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/location",schemaPath:"#/properties/items/items/properties/location/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/location",schemaPath:"#/properties/items/items/properties/location/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs20 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.levels !== undefined){
let data11 = data5.levels;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data11)){
if(data11.length < 1){
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/levels",schemaPath:"#/properties/items/items/properties/levels/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid3 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs24 = errors;
if(errors === _errs24){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing2;
if(((data12.state === undefined) && (missing2 = "state")) || ((data12.quantity === undefined) && (missing2 = "quantity"))){
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/levels/" + i1,schemaPath:"#/properties/items/items/properties/levels/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs26 = errors;
for(const key2 in data12){
if(!(((key2 === "state") || (key2 === "stateCode")) || (key2 === "quantity"))){
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/levels/" + i1,schemaPath:"#/properties/items/items/properties/levels/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs26 === errors){
if(data12.state !== undefined){
const _errs27 = errors;
if(!(validate99(data12.state, {instancePath:instancePath+"/items/" + i0+"/levels/" + i1+"/state",parentData:data12,parentDataProperty:"state",rootData}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
var valid4 = _errs27 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data12.stateCode !== undefined){
let data14 = data12.stateCode;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data14 === "string"){
if(data14.length < 1){
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/levels/" + i1+"/stateCode",schemaPath:"#/properties/items/items/properties/levels/items/properties/stateCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/levels/" + i1+"/stateCode",schemaPath:"#/properties/items/items/properties/levels/items/properties/stateCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data12.quantity !== undefined){
const _errs30 = errors;
if(!(validate32(data12.quantity, {instancePath:instancePath+"/items/" + i0+"/levels/" + i1+"/quantity",parentData:data12,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid4 = _errs30 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/levels/" + i1,schemaPath:"#/properties/items/items/properties/levels/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs24 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate105.errors = [{instancePath:instancePath+"/items/" + i0+"/levels",schemaPath:"#/properties/items/items/properties/levels/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs22 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
else {
validate105.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate105.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data16 = data.references;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data16)){
var valid5 = true;
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
const _errs33 = errors;
if(!(validate40(data16[i2], {instancePath:instancePath+"/references/" + i2,parentData:data16,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid5 = _errs33 === errors;
if(!valid5){
break;
}
}
}
else {
validate105.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data18 = data.parties;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data18)){
var valid6 = true;
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
const _errs36 = errors;
if(!(validate44(data18[i3], {instancePath:instancePath+"/parties/" + i3,parentData:data18,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid6 = _errs36 === errors;
if(!valid6){
break;
}
}
}
else {
validate105.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate105.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate105.errors = vErrors;
return errors === 0;
}

export const invoiceIssuedV1 = validate113;
const schema33 = {"type":"object","additionalProperties":false,"properties":{"invoiceNumber":{"type":"string","minLength":1},"kind":{"type":"string","enum":["invoice","credit-note","debit-note","other"]},"invoicedAt":{"$ref":"#/$defs/Moment"},"purchaseOrder":{"type":"string","minLength":1},"orderedAt":{"$ref":"#/$defs/Moment"},"shippedAt":{"$ref":"#/$defs/Moment"},"shipmentId":{"type":"string","minLength":1},"billOfLading":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"terms":{"$ref":"#/$defs/PaymentTerms"},"total":{"$ref":"#/$defs/Money"},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"description":{"type":"string","minLength":1},"purchaseOrder":{"type":"string","minLength":1},"quantity":{"$ref":"#/$defs/Quantity"},"unitPrice":{"$ref":"#/$defs/Money"},"amount":{"$ref":"#/$defs/Money"},"charges":{"type":"array","items":{"$ref":"#/$defs/Charge"}},"priceBasis":{"type":"string","minLength":1}},"required":["quantity"]},"minItems":1},"charges":{"type":"array","items":{"$ref":"#/$defs/Charge"}},"totals":{"type":"object","additionalProperties":false,"properties":{"lines":{"type":"integer"},"units":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"}},"required":[]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["invoiceNumber","kind","invoicedAt","total","lines"]};
const schema34 = {"type":"object","additionalProperties":false,"properties":{"netDays":{"type":"integer"},"discountPercent":{"type":"number"},"discountDays":{"type":"integer"},"dueAt":{"$ref":"#/$defs/Moment"},"description":{"type":"string","minLength":1}},"required":[]};

function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "netDays") || (key0 === "discountPercent")) || (key0 === "discountDays")) || (key0 === "dueAt")) || (key0 === "description"))){
validate118.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.netDays !== undefined){
let data0 = data.netDays;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate118.errors = [{instancePath:instancePath+"/netDays",schemaPath:"#/properties/netDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountPercent !== undefined){
let data1 = data.discountPercent;
const _errs4 = errors;
if(!((typeof data1 == "number") && (isFinite(data1)))){
validate118.errors = [{instancePath:instancePath+"/discountPercent",schemaPath:"#/properties/discountPercent/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discountDays !== undefined){
let data2 = data.discountDays;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate118.errors = [{instancePath:instancePath+"/discountDays",schemaPath:"#/properties/discountDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dueAt !== undefined){
const _errs8 = errors;
if(!(validate23(data.dueAt, {instancePath:instancePath+"/dueAt",parentData:data,parentDataProperty:"dueAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined){
let data4 = data.description;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length < 1){
validate118.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate118.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate118.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate118.errors = vErrors;
return errors === 0;
}


function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.invoiceNumber === undefined) && (missing0 = "invoiceNumber")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.invoicedAt === undefined) && (missing0 = "invoicedAt"))) || ((data.total === undefined) && (missing0 = "total"))) || ((data.lines === undefined) && (missing0 = "lines"))){
validate113.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema33.properties, key0))){
validate113.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.invoiceNumber !== undefined){
let data0 = data.invoiceNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate113.errors = [{instancePath:instancePath+"/invoiceNumber",schemaPath:"#/properties/invoiceNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate113.errors = [{instancePath:instancePath+"/invoiceNumber",schemaPath:"#/properties/invoiceNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data1 = data.kind;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate113.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data1 === "invoice") || (data1 === "credit-note")) || (data1 === "debit-note")) || (data1 === "other"))){
validate113.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema33.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invoicedAt !== undefined){
const _errs6 = errors;
if(!(validate23(data.invoicedAt, {instancePath:instancePath+"/invoicedAt",parentData:data,parentDataProperty:"invoicedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purchaseOrder !== undefined){
let data3 = data.purchaseOrder;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate113.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate113.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderedAt !== undefined){
const _errs9 = errors;
if(!(validate23(data.orderedAt, {instancePath:instancePath+"/orderedAt",parentData:data,parentDataProperty:"orderedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shippedAt !== undefined){
const _errs10 = errors;
if(!(validate23(data.shippedAt, {instancePath:instancePath+"/shippedAt",parentData:data,parentDataProperty:"shippedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shipmentId !== undefined){
let data6 = data.shipmentId;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data6 === "string"){
if(data6.length < 1){
validate113.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate113.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.billOfLading !== undefined){
let data7 = data.billOfLading;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data7 === "string"){
if(data7.length < 1){
validate113.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate113.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs15 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.terms !== undefined){
const _errs16 = errors;
if(!(validate118(data.terms, {instancePath:instancePath+"/terms",parentData:data,parentDataProperty:"terms",rootData}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.total !== undefined){
const _errs17 = errors;
if(!(validate28(data.total, {instancePath:instancePath+"/total",parentData:data,parentDataProperty:"total",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data11 = data.lines;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data11)){
if(data11.length < 1){
validate113.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
const _errs20 = errors;
if(errors === _errs20){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing1;
if((data12.quantity === undefined) && (missing1 = "quantity")){
validate113.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs22 = errors;
for(const key1 in data12){
if(!(func2.call(schema33.properties.lines.items.properties, key1))){
validate113.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs22 === errors){
if(data12.lineNumber !== undefined){
let data13 = data12.lineNumber;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data13 === "string"){
if(data13.length < 1){
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.product !== undefined){
const _errs25 = errors;
if(!(validate30(data12.product, {instancePath:instancePath+"/lines/" + i0+"/product",parentData:data12,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.description !== undefined){
let data15 = data12.description;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data15 === "string"){
if(data15.length < 1){
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/description",schemaPath:"#/properties/lines/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/description",schemaPath:"#/properties/lines/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.purchaseOrder !== undefined){
let data16 = data12.purchaseOrder;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data16 === "string"){
if(data16.length < 1){
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/purchaseOrder",schemaPath:"#/properties/lines/items/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/purchaseOrder",schemaPath:"#/properties/lines/items/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.quantity !== undefined){
const _errs30 = errors;
if(!(validate32(data12.quantity, {instancePath:instancePath+"/lines/" + i0+"/quantity",parentData:data12,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.unitPrice !== undefined){
const _errs31 = errors;
if(!(validate28(data12.unitPrice, {instancePath:instancePath+"/lines/" + i0+"/unitPrice",parentData:data12,parentDataProperty:"unitPrice",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.amount !== undefined){
const _errs32 = errors;
if(!(validate28(data12.amount, {instancePath:instancePath+"/lines/" + i0+"/amount",parentData:data12,parentDataProperty:"amount",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid2 = _errs32 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.charges !== undefined){
let data20 = data12.charges;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data20)){
var valid3 = true;
const len1 = data20.length;
for(let i1=0; i1<len1; i1++){
const _errs35 = errors;
if(!(validate73(data20[i1], {instancePath:instancePath+"/lines/" + i0+"/charges/" + i1,parentData:data20,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid3 = _errs35 === errors;
if(!valid3){
break;
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/charges",schemaPath:"#/properties/lines/items/properties/charges/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs33 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.priceBasis !== undefined){
let data22 = data12.priceBasis;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data22 === "string"){
if(data22.length < 1){
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/priceBasis",schemaPath:"#/properties/lines/items/properties/priceBasis/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate113.errors = [{instancePath:instancePath+"/lines/" + i0+"/priceBasis",schemaPath:"#/properties/lines/items/properties/priceBasis/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs36 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs20 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.charges !== undefined){
let data23 = data.charges;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data23)){
var valid4 = true;
const len2 = data23.length;
for(let i2=0; i2<len2; i2++){
const _errs40 = errors;
if(!(validate73(data23[i2], {instancePath:instancePath+"/charges/" + i2,parentData:data23,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid4 = _errs40 === errors;
if(!valid4){
break;
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/charges",schemaPath:"#/properties/charges/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data25 = data.totals;
const _errs41 = errors;
if(errors === _errs41){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
const _errs43 = errors;
for(const key2 in data25){
if(!(((key2 === "lines") || (key2 === "units")) || (key2 === "weight"))){
validate113.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs43 === errors){
if(data25.lines !== undefined){
let data26 = data25.lines;
const _errs44 = errors;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
validate113.errors = [{instancePath:instancePath+"/totals/lines",schemaPath:"#/properties/totals/properties/lines/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid5 = _errs44 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data25.units !== undefined){
let data27 = data25.units;
const _errs46 = errors;
if(!((typeof data27 == "number") && (isFinite(data27)))){
validate113.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs46 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data25.weight !== undefined){
const _errs48 = errors;
if(!(validate36(data25.weight, {instancePath:instancePath+"/totals/weight",parentData:data25,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid5 = _errs48 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data29 = data.references;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data29)){
var valid6 = true;
const len3 = data29.length;
for(let i3=0; i3<len3; i3++){
const _errs51 = errors;
if(!(validate40(data29[i3], {instancePath:instancePath+"/references/" + i3,parentData:data29,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid6 = _errs51 === errors;
if(!valid6){
break;
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data31 = data.parties;
const _errs52 = errors;
if(errors === _errs52){
if(Array.isArray(data31)){
var valid7 = true;
const len4 = data31.length;
for(let i4=0; i4<len4; i4++){
const _errs54 = errors;
if(!(validate44(data31[i4], {instancePath:instancePath+"/parties/" + i4,parentData:data31,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid7 = _errs54 === errors;
if(!valid7){
break;
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate113.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate113.errors = vErrors;
return errors === 0;
}

export const purchaseOrderAnsweredV1 = validate131;
const schema35 = {"type":"object","additionalProperties":false,"properties":{"orderNumber":{"type":"string","minLength":1},"recordId":{"type":"integer"},"sellerOrderNumber":{"type":"string","minLength":1},"purpose":{"type":"string","enum":["original","change","replace"]},"answer":{"type":"string","enum":["accepted","accepted-with-changes","acknowledged","rejected"]},"orderedAt":{"$ref":"#/$defs/Moment"},"answeredAt":{"$ref":"#/$defs/Moment"},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"answer":{"type":"string","enum":["accepted","quantity-changed","price-changed","date-changed","backordered","substituted","rejected"]},"ordered":{"$ref":"#/$defs/Quantity"},"quantity":{"$ref":"#/$defs/Quantity"},"unitPrice":{"$ref":"#/$defs/Money"},"shipAt":{"$ref":"#/$defs/Moment"},"deliverAt":{"$ref":"#/$defs/Moment"},"substitute":{"$ref":"#/$defs/Product"},"reason":{"type":"string","minLength":1}},"required":["lineNumber","product","answer","quantity"]}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["orderNumber","purpose","answer","answeredAt"]};

function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.orderNumber === undefined) && (missing0 = "orderNumber")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.answer === undefined) && (missing0 = "answer"))) || ((data.answeredAt === undefined) && (missing0 = "answeredAt"))){
validate131.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema35.properties, key0))){
validate131.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.orderNumber !== undefined){
let data0 = data.orderNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate131.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate131.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordId !== undefined){
let data1 = data.recordId;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate131.errors = [{instancePath:instancePath+"/recordId",schemaPath:"#/properties/recordId/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sellerOrderNumber !== undefined){
let data2 = data.sellerOrderNumber;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate131.errors = [{instancePath:instancePath+"/sellerOrderNumber",schemaPath:"#/properties/sellerOrderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate131.errors = [{instancePath:instancePath+"/sellerOrderNumber",schemaPath:"#/properties/sellerOrderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data3 = data.purpose;
const _errs8 = errors;
if(typeof data3 !== "string"){
validate131.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data3 === "original") || (data3 === "change")) || (data3 === "replace"))){
validate131.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema35.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.answer !== undefined){
let data4 = data.answer;
const _errs10 = errors;
if(typeof data4 !== "string"){
validate131.errors = [{instancePath:instancePath+"/answer",schemaPath:"#/properties/answer/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data4 === "accepted") || (data4 === "accepted-with-changes")) || (data4 === "acknowledged")) || (data4 === "rejected"))){
validate131.errors = [{instancePath:instancePath+"/answer",schemaPath:"#/properties/answer/enum",keyword:"enum",params:{allowedValues: schema35.properties.answer.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderedAt !== undefined){
const _errs12 = errors;
if(!(validate23(data.orderedAt, {instancePath:instancePath+"/orderedAt",parentData:data,parentDataProperty:"orderedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.answeredAt !== undefined){
const _errs13 = errors;
if(!(validate23(data.answeredAt, {instancePath:instancePath+"/answeredAt",parentData:data,parentDataProperty:"answeredAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data7 = data.lines;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs16 = errors;
if(errors === _errs16){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if(((((data8.lineNumber === undefined) && (missing1 = "lineNumber")) || ((data8.product === undefined) && (missing1 = "product"))) || ((data8.answer === undefined) && (missing1 = "answer"))) || ((data8.quantity === undefined) && (missing1 = "quantity"))){
validate131.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs18 = errors;
for(const key1 in data8){
if(!(func2.call(schema35.properties.lines.items.properties, key1))){
validate131.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs18 === errors){
if(data8.lineNumber !== undefined){
let data9 = data8.lineNumber;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data9 === "string"){
if(data9.length < 1){
validate131.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate131.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.product !== undefined){
const _errs21 = errors;
if(!(validate30(data8.product, {instancePath:instancePath+"/lines/" + i0+"/product",parentData:data8,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.answer !== undefined){
let data11 = data8.answer;
const _errs22 = errors;
if(typeof data11 !== "string"){
validate131.errors = [{instancePath:instancePath+"/lines/" + i0+"/answer",schemaPath:"#/properties/lines/items/properties/answer/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data11 === "accepted") || (data11 === "quantity-changed")) || (data11 === "price-changed")) || (data11 === "date-changed")) || (data11 === "backordered")) || (data11 === "substituted")) || (data11 === "rejected"))){
validate131.errors = [{instancePath:instancePath+"/lines/" + i0+"/answer",schemaPath:"#/properties/lines/items/properties/answer/enum",keyword:"enum",params:{allowedValues: schema35.properties.lines.items.properties.answer.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs22 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.ordered !== undefined){
const _errs24 = errors;
if(!(validate32(data8.ordered, {instancePath:instancePath+"/lines/" + i0+"/ordered",parentData:data8,parentDataProperty:"ordered",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.quantity !== undefined){
const _errs25 = errors;
if(!(validate32(data8.quantity, {instancePath:instancePath+"/lines/" + i0+"/quantity",parentData:data8,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.unitPrice !== undefined){
const _errs26 = errors;
if(!(validate28(data8.unitPrice, {instancePath:instancePath+"/lines/" + i0+"/unitPrice",parentData:data8,parentDataProperty:"unitPrice",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.shipAt !== undefined){
const _errs27 = errors;
if(!(validate23(data8.shipAt, {instancePath:instancePath+"/lines/" + i0+"/shipAt",parentData:data8,parentDataProperty:"shipAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.deliverAt !== undefined){
const _errs28 = errors;
if(!(validate23(data8.deliverAt, {instancePath:instancePath+"/lines/" + i0+"/deliverAt",parentData:data8,parentDataProperty:"deliverAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.substitute !== undefined){
const _errs29 = errors;
if(!(validate30(data8.substitute, {instancePath:instancePath+"/lines/" + i0+"/substitute",parentData:data8,parentDataProperty:"substitute",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.reason !== undefined){
let data18 = data8.reason;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data18 === "string"){
if(data18.length < 1){
validate131.errors = [{instancePath:instancePath+"/lines/" + i0+"/reason",schemaPath:"#/properties/lines/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate131.errors = [{instancePath:instancePath+"/lines/" + i0+"/reason",schemaPath:"#/properties/lines/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate131.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate131.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data19 = data.references;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data19)){
var valid3 = true;
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
const _errs34 = errors;
if(!(validate40(data19[i1], {instancePath:instancePath+"/references/" + i1,parentData:data19,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid3 = _errs34 === errors;
if(!valid3){
break;
}
}
}
else {
validate131.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data21 = data.parties;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data21)){
var valid4 = true;
const len2 = data21.length;
for(let i2=0; i2<len2; i2++){
const _errs37 = errors;
if(!(validate44(data21[i2], {instancePath:instancePath+"/parties/" + i2,parentData:data21,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid4 = _errs37 === errors;
if(!valid4){
break;
}
}
}
else {
validate131.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate131.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate131.errors = vErrors;
return errors === 0;
}

export const purchaseOrderPlacedV1 = validate143;
const schema36 = {"type":"object","additionalProperties":false,"properties":{"orderNumber":{"type":"string","minLength":1},"releaseNumber":{"type":"string","minLength":1},"purpose":{"type":"string","enum":["original","cancel","change","replace","confirmation","other"]},"kind":{"type":"string","enum":["stand-alone","new","blanket","release","dropship","replenishment","other"]},"orderedAt":{"$ref":"#/$defs/Moment"},"requestedShipAt":{"$ref":"#/$defs/Moment"},"requestedDeliveryAt":{"$ref":"#/$defs/Moment"},"cancelAfter":{"$ref":"#/$defs/Moment"},"currency":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"payment":{"type":"string","enum":["prepaid","collect","third-party"]},"terms":{"$ref":"#/$defs/PaymentTerms"},"instructions":{"type":"string","minLength":1},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"quantity":{"$ref":"#/$defs/Quantity"},"unitPrice":{"$ref":"#/$defs/Money"},"amount":{"$ref":"#/$defs/Money"},"requestedDeliveryAt":{"$ref":"#/$defs/Moment"},"destinations":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"id":{"type":"string","minLength":1},"quantity":{"type":"number"}},"required":["id","quantity"]}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"priceBasis":{"type":"string","minLength":1}},"required":["product","quantity"]},"minItems":1},"charges":{"type":"array","items":{"$ref":"#/$defs/Charge"}},"totals":{"type":"object","additionalProperties":false,"properties":{"lines":{"type":"integer"},"units":{"type":"number"},"amount":{"$ref":"#/$defs/Money"}},"required":[]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["orderNumber","purpose","lines"]};

function validate143(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.orderNumber === undefined) && (missing0 = "orderNumber")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.lines === undefined) && (missing0 = "lines"))){
validate143.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema36.properties, key0))){
validate143.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.orderNumber !== undefined){
let data0 = data.orderNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate143.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.releaseNumber !== undefined){
let data1 = data.releaseNumber;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate143.errors = [{instancePath:instancePath+"/releaseNumber",schemaPath:"#/properties/releaseNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/releaseNumber",schemaPath:"#/properties/releaseNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data2 = data.purpose;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate143.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data2 === "original") || (data2 === "cancel")) || (data2 === "change")) || (data2 === "replace")) || (data2 === "confirmation")) || (data2 === "other"))){
validate143.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema36.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data3 = data.kind;
const _errs8 = errors;
if(typeof data3 !== "string"){
validate143.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data3 === "stand-alone") || (data3 === "new")) || (data3 === "blanket")) || (data3 === "release")) || (data3 === "dropship")) || (data3 === "replenishment")) || (data3 === "other"))){
validate143.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema36.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderedAt !== undefined){
const _errs10 = errors;
if(!(validate23(data.orderedAt, {instancePath:instancePath+"/orderedAt",parentData:data,parentDataProperty:"orderedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedShipAt !== undefined){
const _errs11 = errors;
if(!(validate23(data.requestedShipAt, {instancePath:instancePath+"/requestedShipAt",parentData:data,parentDataProperty:"requestedShipAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedDeliveryAt !== undefined){
const _errs12 = errors;
if(!(validate23(data.requestedDeliveryAt, {instancePath:instancePath+"/requestedDeliveryAt",parentData:data,parentDataProperty:"requestedDeliveryAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cancelAfter !== undefined){
const _errs13 = errors;
if(!(validate23(data.cancelAfter, {instancePath:instancePath+"/cancelAfter",parentData:data,parentDataProperty:"cancelAfter",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
let data8 = data.currency;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data8 === "string"){
if(data8.length < 1){
validate143.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs16 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment !== undefined){
let data10 = data.payment;
const _errs17 = errors;
if(typeof data10 !== "string"){
validate143.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data10 === "prepaid") || (data10 === "collect")) || (data10 === "third-party"))){
validate143.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/enum",keyword:"enum",params:{allowedValues: schema36.properties.payment.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.terms !== undefined){
const _errs19 = errors;
if(!(validate118(data.terms, {instancePath:instancePath+"/terms",parentData:data,parentDataProperty:"terms",rootData}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instructions !== undefined){
let data12 = data.instructions;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data12 === "string"){
if(data12.length < 1){
validate143.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data13 = data.lines;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data13)){
if(data13.length < 1){
validate143.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
const _errs24 = errors;
if(errors === _errs24){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing1;
if(((data14.product === undefined) && (missing1 = "product")) || ((data14.quantity === undefined) && (missing1 = "quantity"))){
validate143.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs26 = errors;
for(const key1 in data14){
if(!(func2.call(schema36.properties.lines.items.properties, key1))){
validate143.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs26 === errors){
if(data14.lineNumber !== undefined){
let data15 = data14.lineNumber;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data15 === "string"){
if(data15.length < 1){
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.product !== undefined){
const _errs29 = errors;
if(!(validate30(data14.product, {instancePath:instancePath+"/lines/" + i0+"/product",parentData:data14,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.quantity !== undefined){
const _errs30 = errors;
if(!(validate32(data14.quantity, {instancePath:instancePath+"/lines/" + i0+"/quantity",parentData:data14,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.unitPrice !== undefined){
const _errs31 = errors;
if(!(validate28(data14.unitPrice, {instancePath:instancePath+"/lines/" + i0+"/unitPrice",parentData:data14,parentDataProperty:"unitPrice",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.amount !== undefined){
const _errs32 = errors;
if(!(validate28(data14.amount, {instancePath:instancePath+"/lines/" + i0+"/amount",parentData:data14,parentDataProperty:"amount",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid2 = _errs32 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.requestedDeliveryAt !== undefined){
const _errs33 = errors;
if(!(validate23(data14.requestedDeliveryAt, {instancePath:instancePath+"/lines/" + i0+"/requestedDeliveryAt",parentData:data14,parentDataProperty:"requestedDeliveryAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs33 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.destinations !== undefined){
let data21 = data14.destinations;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data21)){
var valid3 = true;
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
let data22 = data21[i1];
const _errs36 = errors;
if(errors === _errs36){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing2;
if(((data22.id === undefined) && (missing2 = "id")) || ((data22.quantity === undefined) && (missing2 = "quantity"))){
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/destinations/" + i1,schemaPath:"#/properties/lines/items/properties/destinations/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs38 = errors;
for(const key2 in data22){
if(!((key2 === "id") || (key2 === "quantity"))){
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/destinations/" + i1,schemaPath:"#/properties/lines/items/properties/destinations/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs38 === errors){
if(data22.id !== undefined){
let data23 = data22.id;
const _errs39 = errors;
if(errors === _errs39){
if(typeof data23 === "string"){
if(data23.length < 1){
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/destinations/" + i1+"/id",schemaPath:"#/properties/lines/items/properties/destinations/items/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/destinations/" + i1+"/id",schemaPath:"#/properties/lines/items/properties/destinations/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs39 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data22.quantity !== undefined){
let data24 = data22.quantity;
const _errs41 = errors;
if(!((typeof data24 == "number") && (isFinite(data24)))){
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/destinations/" + i1+"/quantity",schemaPath:"#/properties/lines/items/properties/destinations/items/properties/quantity/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs41 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/destinations/" + i1,schemaPath:"#/properties/lines/items/properties/destinations/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs36 === errors;
if(!valid3){
break;
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/destinations",schemaPath:"#/properties/lines/items/properties/destinations/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs34 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.references !== undefined){
let data25 = data14.references;
const _errs43 = errors;
if(errors === _errs43){
if(Array.isArray(data25)){
var valid5 = true;
const len2 = data25.length;
for(let i2=0; i2<len2; i2++){
const _errs45 = errors;
if(!(validate40(data25[i2], {instancePath:instancePath+"/lines/" + i0+"/references/" + i2,parentData:data25,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid5 = _errs45 === errors;
if(!valid5){
break;
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/references",schemaPath:"#/properties/lines/items/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs43 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.priceBasis !== undefined){
let data27 = data14.priceBasis;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data27 === "string"){
if(data27.length < 1){
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/priceBasis",schemaPath:"#/properties/lines/items/properties/priceBasis/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate143.errors = [{instancePath:instancePath+"/lines/" + i0+"/priceBasis",schemaPath:"#/properties/lines/items/properties/priceBasis/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs46 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs24 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.charges !== undefined){
let data28 = data.charges;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data28)){
var valid6 = true;
const len3 = data28.length;
for(let i3=0; i3<len3; i3++){
const _errs50 = errors;
if(!(validate73(data28[i3], {instancePath:instancePath+"/charges/" + i3,parentData:data28,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid6 = _errs50 === errors;
if(!valid6){
break;
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/charges",schemaPath:"#/properties/charges/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs48 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data30 = data.totals;
const _errs51 = errors;
if(errors === _errs51){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
const _errs53 = errors;
for(const key3 in data30){
if(!(((key3 === "lines") || (key3 === "units")) || (key3 === "amount"))){
validate143.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs53 === errors){
if(data30.lines !== undefined){
let data31 = data30.lines;
const _errs54 = errors;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
validate143.errors = [{instancePath:instancePath+"/totals/lines",schemaPath:"#/properties/totals/properties/lines/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid7 = _errs54 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data30.units !== undefined){
let data32 = data30.units;
const _errs56 = errors;
if(!((typeof data32 == "number") && (isFinite(data32)))){
validate143.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid7 = _errs56 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data30.amount !== undefined){
const _errs58 = errors;
if(!(validate28(data30.amount, {instancePath:instancePath+"/totals/amount",parentData:data30,parentDataProperty:"amount",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid7 = _errs58 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data34 = data.references;
const _errs59 = errors;
if(errors === _errs59){
if(Array.isArray(data34)){
var valid8 = true;
const len4 = data34.length;
for(let i4=0; i4<len4; i4++){
const _errs61 = errors;
if(!(validate40(data34[i4], {instancePath:instancePath+"/references/" + i4,parentData:data34,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid8 = _errs61 === errors;
if(!valid8){
break;
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs59 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data36 = data.parties;
const _errs62 = errors;
if(errors === _errs62){
if(Array.isArray(data36)){
var valid9 = true;
const len5 = data36.length;
for(let i5=0; i5<len5; i5++){
const _errs64 = errors;
if(!(validate44(data36[i5], {instancePath:instancePath+"/parties/" + i5,parentData:data36,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid9 = _errs64 === errors;
if(!valid9){
break;
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs62 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate143.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate143.errors = vErrors;
return errors === 0;
}

export const receiptConfirmedV1 = validate160;
const schema37 = {"type":"object","additionalProperties":false,"properties":{"receiptNumber":{"type":"string","minLength":1},"orderNumber":{"type":"string","minLength":1},"purchaseOrder":{"type":"string","minLength":1},"shipmentId":{"type":"string","minLength":1},"reporting":{"type":"string","enum":["full","original","no-exceptions","exceptions-only","other"]},"receivedAt":{"$ref":"#/$defs/Moment"},"carrier":{"$ref":"#/$defs/Carrier"},"equipment":{"type":"string","minLength":1},"seal":{"type":"string","minLength":1},"trackingNumber":{"type":"string","minLength":1},"billOfLading":{"type":"string","minLength":1},"lines":{"type":"array","items":{"$ref":"#/$defs/ReceivedLine"},"minItems":1},"totals":{"type":"object","additionalProperties":false,"properties":{"units":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"},"packages":{"type":"number"}},"required":[]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}},"notes":{"type":"array","items":{"type":"string","minLength":1}}},"required":["receiptNumber","lines"]};
const schema38 = {"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"expected":{"$ref":"#/$defs/Quantity"},"received":{"$ref":"#/$defs/Quantity"},"difference":{"type":"number"},"conditions":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"condition":{"$ref":"#/$defs/Condition"},"conditionCode":{"type":"string","minLength":1},"quantity":{"type":"number"},"reasonCode":{"type":"string","minLength":1},"description":{"type":"string","minLength":1}},"required":["condition"]}},"lots":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lot":{"type":"string","minLength":1},"quantity":{"type":"number"},"expiresAt":{"$ref":"#/$defs/Moment"}},"required":["lot"]}},"serialNumbers":{"type":"array","items":{"type":"string","minLength":1}},"packages":{"type":"array","items":{"$ref":"#/$defs/Package"}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["product","received"]};
const schema39 = {"type":"string","enum":["good","damaged","short","over","rejected","hold","wrong-item","expired","other"]};

function validate167(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate167.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((((data === "good") || (data === "damaged")) || (data === "short")) || (data === "over")) || (data === "rejected")) || (data === "hold")) || (data === "wrong-item")) || (data === "expired")) || (data === "other"))){
validate167.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema39.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate167.errors = vErrors;
return errors === 0;
}

const schema40 = {"type":"object","additionalProperties":false,"properties":{"sscc":{"type":"string","minLength":1,"pattern":"^[0-9]{18}$"},"kind":{"type":"string","enum":["pallet","carton","parcel","other"]},"tracking":{"type":"string","minLength":1},"through":{"type":"string","minLength":1,"pattern":"^[0-9]{18}$"},"trackingThrough":{"type":"string","minLength":1}},"required":["sscc"]};
const pattern0 = new RegExp("^[0-9]{18}$", "u");

function validate170(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.sscc === undefined) && (missing0 = "sscc")){
validate170.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "sscc") || (key0 === "kind")) || (key0 === "tracking")) || (key0 === "through")) || (key0 === "trackingThrough"))){
validate170.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.sscc !== undefined){
let data0 = data.sscc;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate170.errors = [{instancePath:instancePath+"/sscc",schemaPath:"#/properties/sscc/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!pattern0.test(data0)){
validate170.errors = [{instancePath:instancePath+"/sscc",schemaPath:"#/properties/sscc/pattern",keyword:"pattern",params:{pattern: "^[0-9]{18}$"},message:"must match pattern \""+"^[0-9]{18}$"+"\""}];
return false;
}
}
}
else {
validate170.errors = [{instancePath:instancePath+"/sscc",schemaPath:"#/properties/sscc/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data1 = data.kind;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate170.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data1 === "pallet") || (data1 === "carton")) || (data1 === "parcel")) || (data1 === "other"))){
validate170.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema40.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tracking !== undefined){
let data2 = data.tracking;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate170.errors = [{instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate170.errors = [{instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.through !== undefined){
let data3 = data.through;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate170.errors = [{instancePath:instancePath+"/through",schemaPath:"#/properties/through/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!pattern0.test(data3)){
validate170.errors = [{instancePath:instancePath+"/through",schemaPath:"#/properties/through/pattern",keyword:"pattern",params:{pattern: "^[0-9]{18}$"},message:"must match pattern \""+"^[0-9]{18}$"+"\""}];
return false;
}
}
}
else {
validate170.errors = [{instancePath:instancePath+"/through",schemaPath:"#/properties/through/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trackingThrough !== undefined){
let data4 = data.trackingThrough;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate170.errors = [{instancePath:instancePath+"/trackingThrough",schemaPath:"#/properties/trackingThrough/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate170.errors = [{instancePath:instancePath+"/trackingThrough",schemaPath:"#/properties/trackingThrough/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate170.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate170.errors = vErrors;
return errors === 0;
}


function validate163(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.product === undefined) && (missing0 = "product")) || ((data.received === undefined) && (missing0 = "received"))){
validate163.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema38.properties, key0))){
validate163.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.lineNumber !== undefined){
let data0 = data.lineNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate163.errors = [{instancePath:instancePath+"/lineNumber",schemaPath:"#/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate163.errors = [{instancePath:instancePath+"/lineNumber",schemaPath:"#/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.product !== undefined){
const _errs4 = errors;
if(!(validate30(data.product, {instancePath:instancePath+"/product",parentData:data,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expected !== undefined){
const _errs5 = errors;
if(!(validate32(data.expected, {instancePath:instancePath+"/expected",parentData:data,parentDataProperty:"expected",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.received !== undefined){
const _errs6 = errors;
if(!(validate32(data.received, {instancePath:instancePath+"/received",parentData:data,parentDataProperty:"received",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.difference !== undefined){
let data4 = data.difference;
const _errs7 = errors;
if(!((typeof data4 == "number") && (isFinite(data4)))){
validate163.errors = [{instancePath:instancePath+"/difference",schemaPath:"#/properties/difference/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.conditions !== undefined){
let data5 = data.conditions;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data5)){
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs11 = errors;
if(errors === _errs11){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.condition === undefined) && (missing1 = "condition")){
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs13 = errors;
for(const key1 in data6){
if(!(((((key1 === "condition") || (key1 === "conditionCode")) || (key1 === "quantity")) || (key1 === "reasonCode")) || (key1 === "description"))){
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs13 === errors){
if(data6.condition !== undefined){
const _errs14 = errors;
if(!(validate167(data6.condition, {instancePath:instancePath+"/conditions/" + i0+"/condition",parentData:data6,parentDataProperty:"condition",rootData}))){
vErrors = vErrors === null ? validate167.errors : vErrors.concat(validate167.errors);
errors = vErrors.length;
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.conditionCode !== undefined){
let data8 = data6.conditionCode;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data8 === "string"){
if(data8.length < 1){
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0+"/conditionCode",schemaPath:"#/properties/conditions/items/properties/conditionCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0+"/conditionCode",schemaPath:"#/properties/conditions/items/properties/conditionCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.quantity !== undefined){
let data9 = data6.quantity;
const _errs17 = errors;
if(!((typeof data9 == "number") && (isFinite(data9)))){
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0+"/quantity",schemaPath:"#/properties/conditions/items/properties/quantity/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.reasonCode !== undefined){
let data10 = data6.reasonCode;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data10 === "string"){
if(data10.length < 1){
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0+"/reasonCode",schemaPath:"#/properties/conditions/items/properties/reasonCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0+"/reasonCode",schemaPath:"#/properties/conditions/items/properties/reasonCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.description !== undefined){
let data11 = data6.description;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data11 === "string"){
if(data11.length < 1){
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0+"/description",schemaPath:"#/properties/conditions/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0+"/description",schemaPath:"#/properties/conditions/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
else {
validate163.errors = [{instancePath:instancePath+"/conditions/" + i0,schemaPath:"#/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
else {
validate163.errors = [{instancePath:instancePath+"/conditions",schemaPath:"#/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lots !== undefined){
let data12 = data.lots;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data12)){
var valid3 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
const _errs25 = errors;
if(errors === _errs25){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing2;
if((data13.lot === undefined) && (missing2 = "lot")){
validate163.errors = [{instancePath:instancePath+"/lots/" + i1,schemaPath:"#/properties/lots/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs27 = errors;
for(const key2 in data13){
if(!(((key2 === "lot") || (key2 === "quantity")) || (key2 === "expiresAt"))){
validate163.errors = [{instancePath:instancePath+"/lots/" + i1,schemaPath:"#/properties/lots/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs27 === errors){
if(data13.lot !== undefined){
let data14 = data13.lot;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data14 === "string"){
if(data14.length < 1){
validate163.errors = [{instancePath:instancePath+"/lots/" + i1+"/lot",schemaPath:"#/properties/lots/items/properties/lot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate163.errors = [{instancePath:instancePath+"/lots/" + i1+"/lot",schemaPath:"#/properties/lots/items/properties/lot/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data13.quantity !== undefined){
let data15 = data13.quantity;
const _errs30 = errors;
if(!((typeof data15 == "number") && (isFinite(data15)))){
validate163.errors = [{instancePath:instancePath+"/lots/" + i1+"/quantity",schemaPath:"#/properties/lots/items/properties/quantity/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs30 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data13.expiresAt !== undefined){
const _errs32 = errors;
if(!(validate23(data13.expiresAt, {instancePath:instancePath+"/lots/" + i1+"/expiresAt",parentData:data13,parentDataProperty:"expiresAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid4 = _errs32 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate163.errors = [{instancePath:instancePath+"/lots/" + i1,schemaPath:"#/properties/lots/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs25 === errors;
if(!valid3){
break;
}
}
}
else {
validate163.errors = [{instancePath:instancePath+"/lots",schemaPath:"#/properties/lots/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.serialNumbers !== undefined){
let data17 = data.serialNumbers;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data17)){
var valid5 = true;
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
const _errs35 = errors;
if(errors === _errs35){
if(typeof data18 === "string"){
if(data18.length < 1){
validate163.errors = [{instancePath:instancePath+"/serialNumbers/" + i2,schemaPath:"#/properties/serialNumbers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate163.errors = [{instancePath:instancePath+"/serialNumbers/" + i2,schemaPath:"#/properties/serialNumbers/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs35 === errors;
if(!valid5){
break;
}
}
}
else {
validate163.errors = [{instancePath:instancePath+"/serialNumbers",schemaPath:"#/properties/serialNumbers/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.packages !== undefined){
let data19 = data.packages;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data19)){
var valid6 = true;
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
const _errs39 = errors;
if(!(validate170(data19[i3], {instancePath:instancePath+"/packages/" + i3,parentData:data19,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
errors = vErrors.length;
}
var valid6 = _errs39 === errors;
if(!valid6){
break;
}
}
}
else {
validate163.errors = [{instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data21 = data.references;
const _errs40 = errors;
if(errors === _errs40){
if(Array.isArray(data21)){
var valid7 = true;
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
const _errs42 = errors;
if(!(validate40(data21[i4], {instancePath:instancePath+"/references/" + i4,parentData:data21,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid7 = _errs42 === errors;
if(!valid7){
break;
}
}
}
else {
validate163.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate163.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate163.errors = vErrors;
return errors === 0;
}


function validate160(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.receiptNumber === undefined) && (missing0 = "receiptNumber")) || ((data.lines === undefined) && (missing0 = "lines"))){
validate160.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema37.properties, key0))){
validate160.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.receiptNumber !== undefined){
let data0 = data.receiptNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate160.errors = [{instancePath:instancePath+"/receiptNumber",schemaPath:"#/properties/receiptNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/receiptNumber",schemaPath:"#/properties/receiptNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderNumber !== undefined){
let data1 = data.orderNumber;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate160.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purchaseOrder !== undefined){
let data2 = data.purchaseOrder;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate160.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shipmentId !== undefined){
let data3 = data.shipmentId;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate160.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reporting !== undefined){
let data4 = data.reporting;
const _errs10 = errors;
if(typeof data4 !== "string"){
validate160.errors = [{instancePath:instancePath+"/reporting",schemaPath:"#/properties/reporting/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data4 === "full") || (data4 === "original")) || (data4 === "no-exceptions")) || (data4 === "exceptions-only")) || (data4 === "other"))){
validate160.errors = [{instancePath:instancePath+"/reporting",schemaPath:"#/properties/reporting/enum",keyword:"enum",params:{allowedValues: schema37.properties.reporting.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receivedAt !== undefined){
const _errs12 = errors;
if(!(validate23(data.receivedAt, {instancePath:instancePath+"/receivedAt",parentData:data,parentDataProperty:"receivedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs13 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data7 = data.equipment;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(data7.length < 1){
validate160.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seal !== undefined){
let data8 = data.seal;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
validate160.errors = [{instancePath:instancePath+"/seal",schemaPath:"#/properties/seal/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/seal",schemaPath:"#/properties/seal/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trackingNumber !== undefined){
let data9 = data.trackingNumber;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data9 === "string"){
if(data9.length < 1){
validate160.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.billOfLading !== undefined){
let data10 = data.billOfLading;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data10 === "string"){
if(data10.length < 1){
validate160.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data11 = data.lines;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data11)){
if(data11.length < 1){
validate160.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
const _errs24 = errors;
if(!(validate163(data11[i0], {instancePath:instancePath+"/lines/" + i0,parentData:data11,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate163.errors : vErrors.concat(validate163.errors);
errors = vErrors.length;
}
var valid1 = _errs24 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate160.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data13 = data.totals;
const _errs25 = errors;
if(errors === _errs25){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
const _errs27 = errors;
for(const key1 in data13){
if(!(((key1 === "units") || (key1 === "weight")) || (key1 === "packages"))){
validate160.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs27 === errors){
if(data13.units !== undefined){
let data14 = data13.units;
const _errs28 = errors;
if(!((typeof data14 == "number") && (isFinite(data14)))){
validate160.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data13.weight !== undefined){
const _errs30 = errors;
if(!(validate36(data13.weight, {instancePath:instancePath+"/totals/weight",parentData:data13,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data13.packages !== undefined){
let data16 = data13.packages;
const _errs31 = errors;
if(!((typeof data16 == "number") && (isFinite(data16)))){
validate160.errors = [{instancePath:instancePath+"/totals/packages",schemaPath:"#/properties/totals/properties/packages/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate160.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data17 = data.references;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data17)){
var valid3 = true;
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
const _errs35 = errors;
if(!(validate40(data17[i1], {instancePath:instancePath+"/references/" + i1,parentData:data17,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid3 = _errs35 === errors;
if(!valid3){
break;
}
}
}
else {
validate160.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data19 = data.parties;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data19)){
var valid4 = true;
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
const _errs38 = errors;
if(!(validate44(data19[i2], {instancePath:instancePath+"/parties/" + i2,parentData:data19,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid4 = _errs38 === errors;
if(!valid4){
break;
}
}
}
else {
validate160.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data21 = data.notes;
const _errs39 = errors;
if(errors === _errs39){
if(Array.isArray(data21)){
var valid5 = true;
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
const _errs41 = errors;
if(errors === _errs41){
if(typeof data22 === "string"){
if(data22.length < 1){
validate160.errors = [{instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate160.errors = [{instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs41 === errors;
if(!valid5){
break;
}
}
}
else {
validate160.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate160.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate160.errors = vErrors;
return errors === 0;
}

export const receiptExpectedV1 = validate177;
const schema41 = {"type":"object","additionalProperties":false,"properties":{"orderNumber":{"type":"string","minLength":1},"recordId":{"type":"integer"},"purpose":{"type":"string","enum":["original","cancel","change","replace"]},"purchaseOrder":{"type":"string","minLength":1},"shipmentId":{"type":"string","minLength":1},"shippedAt":{"$ref":"#/$defs/Moment"},"expectedAt":{"$ref":"#/$defs/Moment"},"carrier":{"$ref":"#/$defs/Carrier"},"equipment":{"type":"string","minLength":1},"seal":{"type":"string","minLength":1},"trackingNumber":{"type":"string","minLength":1},"billOfLading":{"type":"string","minLength":1},"instructions":{"type":"string","minLength":1},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"quantity":{"$ref":"#/$defs/Quantity"},"lot":{"type":"string","minLength":1},"expiresAt":{"$ref":"#/$defs/Moment"},"weight":{"$ref":"#/$defs/Weight"},"packages":{"type":"array","items":{"$ref":"#/$defs/Package"}}},"required":["lineNumber","product","quantity"]},"minItems":1},"totals":{"type":"object","additionalProperties":false,"properties":{"units":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"},"packages":{"type":"number"}},"required":["units"]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["orderNumber","purpose","lines","totals"]};

function validate177(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.orderNumber === undefined) && (missing0 = "orderNumber")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.lines === undefined) && (missing0 = "lines"))) || ((data.totals === undefined) && (missing0 = "totals"))){
validate177.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema41.properties, key0))){
validate177.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.orderNumber !== undefined){
let data0 = data.orderNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate177.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordId !== undefined){
let data1 = data.recordId;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate177.errors = [{instancePath:instancePath+"/recordId",schemaPath:"#/properties/recordId/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data2 = data.purpose;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate177.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data2 === "original") || (data2 === "cancel")) || (data2 === "change")) || (data2 === "replace"))){
validate177.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema41.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purchaseOrder !== undefined){
let data3 = data.purchaseOrder;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate177.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shipmentId !== undefined){
let data4 = data.shipmentId;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate177.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shippedAt !== undefined){
const _errs12 = errors;
if(!(validate23(data.shippedAt, {instancePath:instancePath+"/shippedAt",parentData:data,parentDataProperty:"shippedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expectedAt !== undefined){
const _errs13 = errors;
if(!(validate23(data.expectedAt, {instancePath:instancePath+"/expectedAt",parentData:data,parentDataProperty:"expectedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs14 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data8 = data.equipment;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data8 === "string"){
if(data8.length < 1){
validate177.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seal !== undefined){
let data9 = data.seal;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data9 === "string"){
if(data9.length < 1){
validate177.errors = [{instancePath:instancePath+"/seal",schemaPath:"#/properties/seal/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/seal",schemaPath:"#/properties/seal/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trackingNumber !== undefined){
let data10 = data.trackingNumber;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data10 === "string"){
if(data10.length < 1){
validate177.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.billOfLading !== undefined){
let data11 = data.billOfLading;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data11 === "string"){
if(data11.length < 1){
validate177.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instructions !== undefined){
let data12 = data.instructions;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data12 === "string"){
if(data12.length < 1){
validate177.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data13 = data.lines;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data13)){
if(data13.length < 1){
validate177.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
const _errs27 = errors;
if(errors === _errs27){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing1;
if((((data14.lineNumber === undefined) && (missing1 = "lineNumber")) || ((data14.product === undefined) && (missing1 = "product"))) || ((data14.quantity === undefined) && (missing1 = "quantity"))){
validate177.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs29 = errors;
for(const key1 in data14){
if(!(((((((key1 === "lineNumber") || (key1 === "product")) || (key1 === "quantity")) || (key1 === "lot")) || (key1 === "expiresAt")) || (key1 === "weight")) || (key1 === "packages"))){
validate177.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs29 === errors){
if(data14.lineNumber !== undefined){
let data15 = data14.lineNumber;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data15 === "string"){
if(data15.length < 1){
validate177.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.product !== undefined){
const _errs32 = errors;
if(!(validate30(data14.product, {instancePath:instancePath+"/lines/" + i0+"/product",parentData:data14,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs32 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.quantity !== undefined){
const _errs33 = errors;
if(!(validate32(data14.quantity, {instancePath:instancePath+"/lines/" + i0+"/quantity",parentData:data14,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs33 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.lot !== undefined){
let data18 = data14.lot;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data18 === "string"){
if(data18.length < 1){
validate177.errors = [{instancePath:instancePath+"/lines/" + i0+"/lot",schemaPath:"#/properties/lines/items/properties/lot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate177.errors = [{instancePath:instancePath+"/lines/" + i0+"/lot",schemaPath:"#/properties/lines/items/properties/lot/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs34 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.expiresAt !== undefined){
const _errs36 = errors;
if(!(validate23(data14.expiresAt, {instancePath:instancePath+"/lines/" + i0+"/expiresAt",parentData:data14,parentDataProperty:"expiresAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs36 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.weight !== undefined){
const _errs37 = errors;
if(!(validate36(data14.weight, {instancePath:instancePath+"/lines/" + i0+"/weight",parentData:data14,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid2 = _errs37 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data14.packages !== undefined){
let data21 = data14.packages;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data21)){
var valid3 = true;
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
const _errs40 = errors;
if(!(validate170(data21[i1], {instancePath:instancePath+"/lines/" + i0+"/packages/" + i1,parentData:data21,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
errors = vErrors.length;
}
var valid3 = _errs40 === errors;
if(!valid3){
break;
}
}
}
else {
validate177.errors = [{instancePath:instancePath+"/lines/" + i0+"/packages",schemaPath:"#/properties/lines/items/properties/packages/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs38 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate177.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs27 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate177.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data23 = data.totals;
const _errs41 = errors;
if(errors === _errs41){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing2;
if((data23.units === undefined) && (missing2 = "units")){
validate177.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs43 = errors;
for(const key2 in data23){
if(!(((key2 === "units") || (key2 === "weight")) || (key2 === "packages"))){
validate177.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs43 === errors){
if(data23.units !== undefined){
let data24 = data23.units;
const _errs44 = errors;
if(!((typeof data24 == "number") && (isFinite(data24)))){
validate177.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs44 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data23.weight !== undefined){
const _errs46 = errors;
if(!(validate36(data23.weight, {instancePath:instancePath+"/totals/weight",parentData:data23,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid4 = _errs46 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data23.packages !== undefined){
let data26 = data23.packages;
const _errs47 = errors;
if(!((typeof data26 == "number") && (isFinite(data26)))){
validate177.errors = [{instancePath:instancePath+"/totals/packages",schemaPath:"#/properties/totals/properties/packages/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs47 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate177.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data27 = data.references;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data27)){
var valid5 = true;
const len2 = data27.length;
for(let i2=0; i2<len2; i2++){
const _errs51 = errors;
if(!(validate40(data27[i2], {instancePath:instancePath+"/references/" + i2,parentData:data27,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid5 = _errs51 === errors;
if(!valid5){
break;
}
}
}
else {
validate177.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data29 = data.parties;
const _errs52 = errors;
if(errors === _errs52){
if(Array.isArray(data29)){
var valid6 = true;
const len3 = data29.length;
for(let i3=0; i3<len3; i3++){
const _errs54 = errors;
if(!(validate44(data29[i3], {instancePath:instancePath+"/parties/" + i3,parentData:data29,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid6 = _errs54 === errors;
if(!valid6){
break;
}
}
}
else {
validate177.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate177.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate177.errors = vErrors;
return errors === 0;
}

export const returnReceivedV1 = validate189;
const schema42 = {"type":"object","additionalProperties":false,"properties":{"receiptNumber":{"type":"string","minLength":1},"orderNumber":{"type":"string","minLength":1},"purchaseOrder":{"type":"string","minLength":1},"shipmentId":{"type":"string","minLength":1},"returnAuthorization":{"type":"string","minLength":1},"customerOrder":{"type":"string","minLength":1},"receivedAt":{"$ref":"#/$defs/Moment"},"carrier":{"$ref":"#/$defs/Carrier"},"trackingNumber":{"type":"string","minLength":1},"reason":{"type":"string","minLength":1},"reasonCode":{"type":"string","minLength":1},"lines":{"type":"array","items":{"$ref":"#/$defs/ReceivedLine"},"minItems":1},"totals":{"type":"object","additionalProperties":false,"properties":{"units":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"},"packages":{"type":"number"}},"required":[]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}},"notes":{"type":"array","items":{"type":"string","minLength":1}}},"required":["receiptNumber","lines"]};

function validate189(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.receiptNumber === undefined) && (missing0 = "receiptNumber")) || ((data.lines === undefined) && (missing0 = "lines"))){
validate189.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema42.properties, key0))){
validate189.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.receiptNumber !== undefined){
let data0 = data.receiptNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate189.errors = [{instancePath:instancePath+"/receiptNumber",schemaPath:"#/properties/receiptNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/receiptNumber",schemaPath:"#/properties/receiptNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderNumber !== undefined){
let data1 = data.orderNumber;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate189.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purchaseOrder !== undefined){
let data2 = data.purchaseOrder;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate189.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shipmentId !== undefined){
let data3 = data.shipmentId;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate189.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.returnAuthorization !== undefined){
let data4 = data.returnAuthorization;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate189.errors = [{instancePath:instancePath+"/returnAuthorization",schemaPath:"#/properties/returnAuthorization/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/returnAuthorization",schemaPath:"#/properties/returnAuthorization/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.customerOrder !== undefined){
let data5 = data.customerOrder;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(data5.length < 1){
validate189.errors = [{instancePath:instancePath+"/customerOrder",schemaPath:"#/properties/customerOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/customerOrder",schemaPath:"#/properties/customerOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receivedAt !== undefined){
const _errs14 = errors;
if(!(validate23(data.receivedAt, {instancePath:instancePath+"/receivedAt",parentData:data,parentDataProperty:"receivedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs15 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trackingNumber !== undefined){
let data8 = data.trackingNumber;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
validate189.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
let data9 = data.reason;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data9 === "string"){
if(data9.length < 1){
validate189.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasonCode !== undefined){
let data10 = data.reasonCode;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data10 === "string"){
if(data10.length < 1){
validate189.errors = [{instancePath:instancePath+"/reasonCode",schemaPath:"#/properties/reasonCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/reasonCode",schemaPath:"#/properties/reasonCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data11 = data.lines;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data11)){
if(data11.length < 1){
validate189.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
const _errs24 = errors;
if(!(validate163(data11[i0], {instancePath:instancePath+"/lines/" + i0,parentData:data11,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate163.errors : vErrors.concat(validate163.errors);
errors = vErrors.length;
}
var valid1 = _errs24 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate189.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data13 = data.totals;
const _errs25 = errors;
if(errors === _errs25){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
const _errs27 = errors;
for(const key1 in data13){
if(!(((key1 === "units") || (key1 === "weight")) || (key1 === "packages"))){
validate189.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs27 === errors){
if(data13.units !== undefined){
let data14 = data13.units;
const _errs28 = errors;
if(!((typeof data14 == "number") && (isFinite(data14)))){
validate189.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data13.weight !== undefined){
const _errs30 = errors;
if(!(validate36(data13.weight, {instancePath:instancePath+"/totals/weight",parentData:data13,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data13.packages !== undefined){
let data16 = data13.packages;
const _errs31 = errors;
if(!((typeof data16 == "number") && (isFinite(data16)))){
validate189.errors = [{instancePath:instancePath+"/totals/packages",schemaPath:"#/properties/totals/properties/packages/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate189.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data17 = data.references;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data17)){
var valid3 = true;
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
const _errs35 = errors;
if(!(validate40(data17[i1], {instancePath:instancePath+"/references/" + i1,parentData:data17,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid3 = _errs35 === errors;
if(!valid3){
break;
}
}
}
else {
validate189.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data19 = data.parties;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data19)){
var valid4 = true;
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
const _errs38 = errors;
if(!(validate44(data19[i2], {instancePath:instancePath+"/parties/" + i2,parentData:data19,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid4 = _errs38 === errors;
if(!valid4){
break;
}
}
}
else {
validate189.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data21 = data.notes;
const _errs39 = errors;
if(errors === _errs39){
if(Array.isArray(data21)){
var valid5 = true;
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
const _errs41 = errors;
if(errors === _errs41){
if(typeof data22 === "string"){
if(data22.length < 1){
validate189.errors = [{instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate189.errors = [{instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs41 === errors;
if(!valid5){
break;
}
}
}
else {
validate189.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate189.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate189.errors = vErrors;
return errors === 0;
}

export const shipmentAnnouncedV1 = validate196;
const schema43 = {"type":"object","additionalProperties":false,"properties":{"shipmentId":{"type":"string","minLength":1},"purpose":{"type":"string","enum":["original","cancel","replace","other"]},"structure":{"type":"string","enum":["SOPI","SOIP","SPOI","SOI","SOTPI","SOTI","other"]},"createdAt":{"$ref":"#/$defs/Moment"},"shippedAt":{"$ref":"#/$defs/Moment"},"expectedAt":{"$ref":"#/$defs/Moment"},"carrier":{"$ref":"#/$defs/Carrier"},"trackingNumber":{"type":"string","minLength":1},"billOfLading":{"type":"string","minLength":1},"items":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"purchaseOrder":{"type":"string","minLength":1},"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"quantity":{"$ref":"#/$defs/Quantity"},"lot":{"type":"string","minLength":1},"package":{"$ref":"#/$defs/Package"},"pallet":{"$ref":"#/$defs/Package"},"packages":{"type":"array","items":{"$ref":"#/$defs/Package"}},"parcels":{"type":"array","items":{"$ref":"#/$defs/Parcel"}},"serialNumbers":{"type":"array","items":{"type":"string","minLength":1}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["product","quantity"]},"minItems":1},"weight":{"$ref":"#/$defs/Weight"},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}},"packageCount":{"type":"number"},"equipment":{"type":"string","minLength":1},"seal":{"type":"string","minLength":1}},"required":["shipmentId","purpose","items","references"]};
const schema44 = {"type":"object","additionalProperties":false,"properties":{"tracking":{"type":"string","minLength":1},"through":{"type":"string","minLength":1}},"required":["tracking"]};

function validate206(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.tracking === undefined) && (missing0 = "tracking")){
validate206.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "tracking") || (key0 === "through"))){
validate206.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.tracking !== undefined){
let data0 = data.tracking;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate206.errors = [{instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate206.errors = [{instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.through !== undefined){
let data1 = data.through;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate206.errors = [{instancePath:instancePath+"/through",schemaPath:"#/properties/through/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate206.errors = [{instancePath:instancePath+"/through",schemaPath:"#/properties/through/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate206.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate206.errors = vErrors;
return errors === 0;
}


function validate196(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.shipmentId === undefined) && (missing0 = "shipmentId")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.items === undefined) && (missing0 = "items"))) || ((data.references === undefined) && (missing0 = "references"))){
validate196.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema43.properties, key0))){
validate196.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.shipmentId !== undefined){
let data0 = data.shipmentId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate196.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data1 = data.purpose;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate196.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data1 === "original") || (data1 === "cancel")) || (data1 === "replace")) || (data1 === "other"))){
validate196.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema43.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.structure !== undefined){
let data2 = data.structure;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate196.errors = [{instancePath:instancePath+"/structure",schemaPath:"#/properties/structure/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data2 === "SOPI") || (data2 === "SOIP")) || (data2 === "SPOI")) || (data2 === "SOI")) || (data2 === "SOTPI")) || (data2 === "SOTI")) || (data2 === "other"))){
validate196.errors = [{instancePath:instancePath+"/structure",schemaPath:"#/properties/structure/enum",keyword:"enum",params:{allowedValues: schema43.properties.structure.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.createdAt !== undefined){
const _errs8 = errors;
if(!(validate23(data.createdAt, {instancePath:instancePath+"/createdAt",parentData:data,parentDataProperty:"createdAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shippedAt !== undefined){
const _errs9 = errors;
if(!(validate23(data.shippedAt, {instancePath:instancePath+"/shippedAt",parentData:data,parentDataProperty:"shippedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expectedAt !== undefined){
const _errs10 = errors;
if(!(validate23(data.expectedAt, {instancePath:instancePath+"/expectedAt",parentData:data,parentDataProperty:"expectedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs11 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trackingNumber !== undefined){
let data7 = data.trackingNumber;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data7 === "string"){
if(data7.length < 1){
validate196.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.billOfLading !== undefined){
let data8 = data.billOfLading;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data8 === "string"){
if(data8.length < 1){
validate196.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
let data9 = data.items;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data9)){
if(data9.length < 1){
validate196.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
const _errs18 = errors;
if(errors === _errs18){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing1;
if(((data10.product === undefined) && (missing1 = "product")) || ((data10.quantity === undefined) && (missing1 = "quantity"))){
validate196.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key1 in data10){
if(!(func2.call(schema43.properties.items.items.properties, key1))){
validate196.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data10.purchaseOrder !== undefined){
let data11 = data10.purchaseOrder;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data11 === "string"){
if(data11.length < 1){
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/purchaseOrder",schemaPath:"#/properties/items/items/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/purchaseOrder",schemaPath:"#/properties/items/items/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.lineNumber !== undefined){
let data12 = data10.lineNumber;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data12 === "string"){
if(data12.length < 1){
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/lineNumber",schemaPath:"#/properties/items/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/lineNumber",schemaPath:"#/properties/items/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.product !== undefined){
const _errs25 = errors;
if(!(validate30(data10.product, {instancePath:instancePath+"/items/" + i0+"/product",parentData:data10,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.quantity !== undefined){
const _errs26 = errors;
if(!(validate32(data10.quantity, {instancePath:instancePath+"/items/" + i0+"/quantity",parentData:data10,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.lot !== undefined){
let data15 = data10.lot;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data15 === "string"){
if(data15.length < 1){
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/lot",schemaPath:"#/properties/items/items/properties/lot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/lot",schemaPath:"#/properties/items/items/properties/lot/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.package !== undefined){
const _errs29 = errors;
if(!(validate170(data10.package, {instancePath:instancePath+"/items/" + i0+"/package",parentData:data10,parentDataProperty:"package",rootData}))){
vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
errors = vErrors.length;
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.pallet !== undefined){
const _errs30 = errors;
if(!(validate170(data10.pallet, {instancePath:instancePath+"/items/" + i0+"/pallet",parentData:data10,parentDataProperty:"pallet",rootData}))){
vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
errors = vErrors.length;
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.packages !== undefined){
let data18 = data10.packages;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data18)){
var valid3 = true;
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
const _errs33 = errors;
if(!(validate170(data18[i1], {instancePath:instancePath+"/items/" + i0+"/packages/" + i1,parentData:data18,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
errors = vErrors.length;
}
var valid3 = _errs33 === errors;
if(!valid3){
break;
}
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/packages",schemaPath:"#/properties/items/items/properties/packages/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.parcels !== undefined){
let data20 = data10.parcels;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data20)){
var valid4 = true;
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
const _errs36 = errors;
if(!(validate206(data20[i2], {instancePath:instancePath+"/items/" + i0+"/parcels/" + i2,parentData:data20,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate206.errors : vErrors.concat(validate206.errors);
errors = vErrors.length;
}
var valid4 = _errs36 === errors;
if(!valid4){
break;
}
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/parcels",schemaPath:"#/properties/items/items/properties/parcels/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs34 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.serialNumbers !== undefined){
let data22 = data10.serialNumbers;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data22)){
var valid5 = true;
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
const _errs39 = errors;
if(errors === _errs39){
if(typeof data23 === "string"){
if(data23.length < 1){
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/serialNumbers/" + i3,schemaPath:"#/properties/items/items/properties/serialNumbers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/serialNumbers/" + i3,schemaPath:"#/properties/items/items/properties/serialNumbers/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs39 === errors;
if(!valid5){
break;
}
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/serialNumbers",schemaPath:"#/properties/items/items/properties/serialNumbers/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs37 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.references !== undefined){
let data24 = data10.references;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data24)){
var valid6 = true;
const len4 = data24.length;
for(let i4=0; i4<len4; i4++){
const _errs43 = errors;
if(!(validate40(data24[i4], {instancePath:instancePath+"/items/" + i0+"/references/" + i4,parentData:data24,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid6 = _errs43 === errors;
if(!valid6){
break;
}
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0+"/references",schemaPath:"#/properties/items/items/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs41 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items/" + i0,schemaPath:"#/properties/items/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs18 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate196.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weight !== undefined){
const _errs44 = errors;
if(!(validate36(data.weight, {instancePath:instancePath+"/weight",parentData:data,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data27 = data.references;
const _errs45 = errors;
if(errors === _errs45){
if(Array.isArray(data27)){
var valid7 = true;
const len5 = data27.length;
for(let i5=0; i5<len5; i5++){
const _errs47 = errors;
if(!(validate40(data27[i5], {instancePath:instancePath+"/references/" + i5,parentData:data27,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid7 = _errs47 === errors;
if(!valid7){
break;
}
}
}
else {
validate196.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data29 = data.parties;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data29)){
var valid8 = true;
const len6 = data29.length;
for(let i6=0; i6<len6; i6++){
const _errs50 = errors;
if(!(validate44(data29[i6], {instancePath:instancePath+"/parties/" + i6,parentData:data29,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid8 = _errs50 === errors;
if(!valid8){
break;
}
}
}
else {
validate196.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs48 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.packageCount !== undefined){
let data31 = data.packageCount;
const _errs51 = errors;
if(!((typeof data31 == "number") && (isFinite(data31)))){
validate196.errors = [{instancePath:instancePath+"/packageCount",schemaPath:"#/properties/packageCount/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs51 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data32 = data.equipment;
const _errs53 = errors;
if(errors === _errs53){
if(typeof data32 === "string"){
if(data32.length < 1){
validate196.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs53 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seal !== undefined){
let data33 = data.seal;
const _errs55 = errors;
if(errors === _errs55){
if(typeof data33 === "string"){
if(data33.length < 1){
validate196.errors = [{instancePath:instancePath+"/seal",schemaPath:"#/properties/seal/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate196.errors = [{instancePath:instancePath+"/seal",schemaPath:"#/properties/seal/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate196.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate196.errors = vErrors;
return errors === 0;
}

export const shipmentDeliveredV1 = validate212;
const schema45 = {"type":"object","additionalProperties":false,"properties":{"shipmentId":{"type":"string","minLength":1},"carrierReference":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"at":{"$ref":"#/$defs/Moment"},"signedBy":{"type":"string","minLength":1},"remark":{"type":"string","minLength":1},"place":{"$ref":"#/$defs/Place"},"stop":{"type":"integer","minimum":1},"equipment":{"type":"string","minLength":1},"pieces":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"},"exceptions":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"kind":{"$ref":"#/$defs/ExceptionKind"},"code":{"type":"string","minLength":1},"pieces":{"type":"number"},"description":{"type":"string","minLength":1}},"required":["kind"]}},"document":{"type":"object","additionalProperties":false,"properties":{"contentType":{"type":"string","minLength":1},"content":{"type":"string","minLength":1}},"required":["content"]},"documentId":{"type":"string","minLength":1},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["at"]};
const schema46 = {"type":"string","enum":["delay","damage","refusal","attempt-failed","not-completed","return","cancellation","reconsignment","shortage","overage","loss","hold","other"]};

function validate217(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate217.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((((((((data === "delay") || (data === "damage")) || (data === "refusal")) || (data === "attempt-failed")) || (data === "not-completed")) || (data === "return")) || (data === "cancellation")) || (data === "reconsignment")) || (data === "shortage")) || (data === "overage")) || (data === "loss")) || (data === "hold")) || (data === "other"))){
validate217.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema46.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate217.errors = vErrors;
return errors === 0;
}


function validate212(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.at === undefined) && (missing0 = "at")){
validate212.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema45.properties, key0))){
validate212.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.shipmentId !== undefined){
let data0 = data.shipmentId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate212.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrierReference !== undefined){
let data1 = data.carrierReference;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate212.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs6 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
const _errs7 = errors;
if(!(validate23(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signedBy !== undefined){
let data4 = data.signedBy;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data4 === "string"){
if(data4.length < 1){
validate212.errors = [{instancePath:instancePath+"/signedBy",schemaPath:"#/properties/signedBy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/signedBy",schemaPath:"#/properties/signedBy/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remark !== undefined){
let data5 = data.remark;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
validate212.errors = [{instancePath:instancePath+"/remark",schemaPath:"#/properties/remark/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/remark",schemaPath:"#/properties/remark/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.place !== undefined){
const _errs12 = errors;
if(!(validate56(data.place, {instancePath:instancePath+"/place",parentData:data,parentDataProperty:"place",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stop !== undefined){
let data7 = data.stop;
const _errs13 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate212.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs13){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
validate212.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data8 = data.equipment;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data8 === "string"){
if(data8.length < 1){
validate212.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pieces !== undefined){
let data9 = data.pieces;
const _errs17 = errors;
if(!((typeof data9 == "number") && (isFinite(data9)))){
validate212.errors = [{instancePath:instancePath+"/pieces",schemaPath:"#/properties/pieces/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weight !== undefined){
const _errs19 = errors;
if(!(validate36(data.weight, {instancePath:instancePath+"/weight",parentData:data,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exceptions !== undefined){
let data11 = data.exceptions;
const _errs20 = errors;
if(errors === _errs20){
if(Array.isArray(data11)){
var valid1 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
const _errs22 = errors;
if(errors === _errs22){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing1;
if((data12.kind === undefined) && (missing1 = "kind")){
validate212.errors = [{instancePath:instancePath+"/exceptions/" + i0,schemaPath:"#/properties/exceptions/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs24 = errors;
for(const key1 in data12){
if(!((((key1 === "kind") || (key1 === "code")) || (key1 === "pieces")) || (key1 === "description"))){
validate212.errors = [{instancePath:instancePath+"/exceptions/" + i0,schemaPath:"#/properties/exceptions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs24 === errors){
if(data12.kind !== undefined){
const _errs25 = errors;
if(!(validate217(data12.kind, {instancePath:instancePath+"/exceptions/" + i0+"/kind",parentData:data12,parentDataProperty:"kind",rootData}))){
vErrors = vErrors === null ? validate217.errors : vErrors.concat(validate217.errors);
errors = vErrors.length;
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.code !== undefined){
let data14 = data12.code;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data14 === "string"){
if(data14.length < 1){
validate212.errors = [{instancePath:instancePath+"/exceptions/" + i0+"/code",schemaPath:"#/properties/exceptions/items/properties/code/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/exceptions/" + i0+"/code",schemaPath:"#/properties/exceptions/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.pieces !== undefined){
let data15 = data12.pieces;
const _errs28 = errors;
if(!((typeof data15 == "number") && (isFinite(data15)))){
validate212.errors = [{instancePath:instancePath+"/exceptions/" + i0+"/pieces",schemaPath:"#/properties/exceptions/items/properties/pieces/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data12.description !== undefined){
let data16 = data12.description;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data16 === "string"){
if(data16.length < 1){
validate212.errors = [{instancePath:instancePath+"/exceptions/" + i0+"/description",schemaPath:"#/properties/exceptions/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/exceptions/" + i0+"/description",schemaPath:"#/properties/exceptions/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
else {
validate212.errors = [{instancePath:instancePath+"/exceptions/" + i0,schemaPath:"#/properties/exceptions/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs22 === errors;
if(!valid1){
break;
}
}
}
else {
validate212.errors = [{instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.document !== undefined){
let data17 = data.document;
const _errs32 = errors;
if(errors === _errs32){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing2;
if((data17.content === undefined) && (missing2 = "content")){
validate212.errors = [{instancePath:instancePath+"/document",schemaPath:"#/properties/document/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs34 = errors;
for(const key2 in data17){
if(!((key2 === "contentType") || (key2 === "content"))){
validate212.errors = [{instancePath:instancePath+"/document",schemaPath:"#/properties/document/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs34 === errors){
if(data17.contentType !== undefined){
let data18 = data17.contentType;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data18 === "string"){
if(data18.length < 1){
validate212.errors = [{instancePath:instancePath+"/document/contentType",schemaPath:"#/properties/document/properties/contentType/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/document/contentType",schemaPath:"#/properties/document/properties/contentType/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs35 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data17.content !== undefined){
let data19 = data17.content;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data19 === "string"){
if(data19.length < 1){
validate212.errors = [{instancePath:instancePath+"/document/content",schemaPath:"#/properties/document/properties/content/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/document/content",schemaPath:"#/properties/document/properties/content/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs37 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate212.errors = [{instancePath:instancePath+"/document",schemaPath:"#/properties/document/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.documentId !== undefined){
let data20 = data.documentId;
const _errs39 = errors;
if(errors === _errs39){
if(typeof data20 === "string"){
if(data20.length < 1){
validate212.errors = [{instancePath:instancePath+"/documentId",schemaPath:"#/properties/documentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate212.errors = [{instancePath:instancePath+"/documentId",schemaPath:"#/properties/documentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data21 = data.references;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data21)){
var valid4 = true;
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
const _errs43 = errors;
if(!(validate40(data21[i1], {instancePath:instancePath+"/references/" + i1,parentData:data21,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid4 = _errs43 === errors;
if(!valid4){
break;
}
}
}
else {
validate212.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data23 = data.parties;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data23)){
var valid5 = true;
const len2 = data23.length;
for(let i2=0; i2<len2; i2++){
const _errs46 = errors;
if(!(validate44(data23[i2], {instancePath:instancePath+"/parties/" + i2,parentData:data23,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid5 = _errs46 === errors;
if(!valid5){
break;
}
}
}
else {
validate212.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate212.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate212.errors = vErrors;
return errors === 0;
}

export const shipmentEtaV1 = validate221;
const schema47 = {"type":"object","additionalProperties":false,"properties":{"shipmentId":{"type":"string","minLength":1},"carrierReference":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"target":{"type":"string","enum":["pickup","terminal","delivery"]},"estimatedAt":{"$ref":"#/$defs/Moment"},"statusCode":{"type":"string","minLength":1},"reason":{"$ref":"#/$defs/Reason"},"place":{"$ref":"#/$defs/Place"},"stop":{"type":"integer","minimum":1},"equipment":{"type":"string","minLength":1},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["target","estimatedAt"]};

function validate221(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.target === undefined) && (missing0 = "target")) || ((data.estimatedAt === undefined) && (missing0 = "estimatedAt"))){
validate221.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema47.properties, key0))){
validate221.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.shipmentId !== undefined){
let data0 = data.shipmentId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate221.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate221.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrierReference !== undefined){
let data1 = data.carrierReference;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate221.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate221.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs6 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined){
let data3 = data.target;
const _errs7 = errors;
if(typeof data3 !== "string"){
validate221.errors = [{instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data3 === "pickup") || (data3 === "terminal")) || (data3 === "delivery"))){
validate221.errors = [{instancePath:instancePath+"/target",schemaPath:"#/properties/target/enum",keyword:"enum",params:{allowedValues: schema47.properties.target.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.estimatedAt !== undefined){
const _errs9 = errors;
if(!(validate23(data.estimatedAt, {instancePath:instancePath+"/estimatedAt",parentData:data,parentDataProperty:"estimatedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statusCode !== undefined){
let data5 = data.statusCode;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
validate221.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate221.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs12 = errors;
if(!(validate52(data.reason, {instancePath:instancePath+"/reason",parentData:data,parentDataProperty:"reason",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.place !== undefined){
const _errs13 = errors;
if(!(validate56(data.place, {instancePath:instancePath+"/place",parentData:data,parentDataProperty:"place",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stop !== undefined){
let data8 = data.stop;
const _errs14 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate221.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs14){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
validate221.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data9 = data.equipment;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data9 === "string"){
if(data9.length < 1){
validate221.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate221.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data10 = data.references;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data10)){
var valid1 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
const _errs20 = errors;
if(!(validate40(data10[i0], {instancePath:instancePath+"/references/" + i0,parentData:data10,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid1 = _errs20 === errors;
if(!valid1){
break;
}
}
}
else {
validate221.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data12 = data.parties;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data12)){
var valid2 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
const _errs23 = errors;
if(!(validate44(data12[i1], {instancePath:instancePath+"/parties/" + i1,parentData:data12,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid2 = _errs23 === errors;
if(!valid2){
break;
}
}
}
else {
validate221.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate221.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate221.errors = vErrors;
return errors === 0;
}

export const shipmentExceptionV1 = validate228;
const schema48 = {"type":"object","additionalProperties":false,"properties":{"shipmentId":{"type":"string","minLength":1},"carrierReference":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"kind":{"$ref":"#/$defs/ExceptionKind"},"milestone":{"$ref":"#/$defs/Milestone"},"statusCode":{"type":"string","minLength":1},"reason":{"$ref":"#/$defs/Reason"},"at":{"$ref":"#/$defs/Moment"},"place":{"$ref":"#/$defs/Place"},"stop":{"type":"integer","minimum":1},"equipment":{"type":"string","minLength":1},"pieces":{"type":"number"},"description":{"type":"string","minLength":1},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["kind","at"]};
const schema49 = {"type":"string","enum":["arrived-at-pickup","loaded","departed-pickup","en-route","arrived-at-terminal","departed-terminal","estimated-delivery","arrived-at-delivery","delivered","departed-delivery","delayed","delivery-attempted","not-completed","refused","damaged","returned","cancelled","reconsigned","interline-out","interline-in","gate-in","gate-out","acknowledged","pickup-appointment","delivery-appointment","estimated-delivery-appointment","appointment-secured","available-for-delivery","diverted","arrived-at-delivery-dock","arrived-at-pickup-dock","loading","trailer-spotted","estimated-terminal-arrival","estimated-terminal-departure","in-storage","tendered-for-delivery","arrived-at-customs","held-at-customs","arrived-at-ramp","departed-ramp","delivery-window","pickup-window","other"]};

function validate231(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate231.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((((((((((((((((((((((((((((((((((((((data === "arrived-at-pickup") || (data === "loaded")) || (data === "departed-pickup")) || (data === "en-route")) || (data === "arrived-at-terminal")) || (data === "departed-terminal")) || (data === "estimated-delivery")) || (data === "arrived-at-delivery")) || (data === "delivered")) || (data === "departed-delivery")) || (data === "delayed")) || (data === "delivery-attempted")) || (data === "not-completed")) || (data === "refused")) || (data === "damaged")) || (data === "returned")) || (data === "cancelled")) || (data === "reconsigned")) || (data === "interline-out")) || (data === "interline-in")) || (data === "gate-in")) || (data === "gate-out")) || (data === "acknowledged")) || (data === "pickup-appointment")) || (data === "delivery-appointment")) || (data === "estimated-delivery-appointment")) || (data === "appointment-secured")) || (data === "available-for-delivery")) || (data === "diverted")) || (data === "arrived-at-delivery-dock")) || (data === "arrived-at-pickup-dock")) || (data === "loading")) || (data === "trailer-spotted")) || (data === "estimated-terminal-arrival")) || (data === "estimated-terminal-departure")) || (data === "in-storage")) || (data === "tendered-for-delivery")) || (data === "arrived-at-customs")) || (data === "held-at-customs")) || (data === "arrived-at-ramp")) || (data === "departed-ramp")) || (data === "delivery-window")) || (data === "pickup-window")) || (data === "other"))){
validate231.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema49.enum},message:"must be equal to one of the allowed values"}];
return false;
}
validate231.errors = vErrors;
return errors === 0;
}


function validate228(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kind === undefined) && (missing0 = "kind")) || ((data.at === undefined) && (missing0 = "at"))){
validate228.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema48.properties, key0))){
validate228.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.shipmentId !== undefined){
let data0 = data.shipmentId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate228.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate228.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrierReference !== undefined){
let data1 = data.carrierReference;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate228.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate228.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs6 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs7 = errors;
if(!(validate217(data.kind, {instancePath:instancePath+"/kind",parentData:data,parentDataProperty:"kind",rootData}))){
vErrors = vErrors === null ? validate217.errors : vErrors.concat(validate217.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.milestone !== undefined){
const _errs8 = errors;
if(!(validate231(data.milestone, {instancePath:instancePath+"/milestone",parentData:data,parentDataProperty:"milestone",rootData}))){
vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statusCode !== undefined){
let data5 = data.statusCode;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data5 === "string"){
if(data5.length < 1){
validate228.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate228.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs11 = errors;
if(!(validate52(data.reason, {instancePath:instancePath+"/reason",parentData:data,parentDataProperty:"reason",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
const _errs12 = errors;
if(!(validate23(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.place !== undefined){
const _errs13 = errors;
if(!(validate56(data.place, {instancePath:instancePath+"/place",parentData:data,parentDataProperty:"place",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stop !== undefined){
let data9 = data.stop;
const _errs14 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate228.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs14){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
validate228.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data10 = data.equipment;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data10 === "string"){
if(data10.length < 1){
validate228.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate228.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pieces !== undefined){
let data11 = data.pieces;
const _errs18 = errors;
if(!((typeof data11 == "number") && (isFinite(data11)))){
validate228.errors = [{instancePath:instancePath+"/pieces",schemaPath:"#/properties/pieces/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.description !== undefined){
let data12 = data.description;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data12 === "string"){
if(data12.length < 1){
validate228.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate228.errors = [{instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data13 = data.references;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data13)){
var valid1 = true;
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
const _errs24 = errors;
if(!(validate40(data13[i0], {instancePath:instancePath+"/references/" + i0,parentData:data13,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid1 = _errs24 === errors;
if(!valid1){
break;
}
}
}
else {
validate228.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data15 = data.parties;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data15)){
var valid2 = true;
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
const _errs27 = errors;
if(!(validate44(data15[i1], {instancePath:instancePath+"/parties/" + i1,parentData:data15,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid2 = _errs27 === errors;
if(!valid2){
break;
}
}
}
else {
validate228.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate228.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate228.errors = vErrors;
return errors === 0;
}

export const shipmentMilestoneV1 = validate238;
const schema50 = {"type":"object","additionalProperties":false,"properties":{"shipmentId":{"type":"string","minLength":1},"carrierReference":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"milestone":{"$ref":"#/$defs/Milestone"},"statusCode":{"type":"string","minLength":1},"reason":{"$ref":"#/$defs/Reason"},"at":{"$ref":"#/$defs/Moment"},"place":{"$ref":"#/$defs/Place"},"stop":{"type":"integer","minimum":1},"equipment":{"type":"string","minLength":1},"proofOfDelivery":{"type":"object","additionalProperties":false,"properties":{"signedBy":{"type":"string","minLength":1},"contentType":{"type":"string","minLength":1},"content":{"type":"string","minLength":1},"documentId":{"type":"string","minLength":1}},"required":[]},"weight":{"$ref":"#/$defs/Weight"},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}},"pieces":{"type":"number"},"remark":{"type":"string","minLength":1}},"required":["milestone","statusCode","at","references"]};

function validate238(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.milestone === undefined) && (missing0 = "milestone")) || ((data.statusCode === undefined) && (missing0 = "statusCode"))) || ((data.at === undefined) && (missing0 = "at"))) || ((data.references === undefined) && (missing0 = "references"))){
validate238.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema50.properties, key0))){
validate238.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.shipmentId !== undefined){
let data0 = data.shipmentId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate238.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrierReference !== undefined){
let data1 = data.carrierReference;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate238.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/carrierReference",schemaPath:"#/properties/carrierReference/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs6 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.milestone !== undefined){
const _errs7 = errors;
if(!(validate231(data.milestone, {instancePath:instancePath+"/milestone",parentData:data,parentDataProperty:"milestone",rootData}))){
vErrors = vErrors === null ? validate231.errors : vErrors.concat(validate231.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statusCode !== undefined){
let data4 = data.statusCode;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data4 === "string"){
if(data4.length < 1){
validate238.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs10 = errors;
if(!(validate52(data.reason, {instancePath:instancePath+"/reason",parentData:data,parentDataProperty:"reason",rootData}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
const _errs11 = errors;
if(!(validate23(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.place !== undefined){
const _errs12 = errors;
if(!(validate56(data.place, {instancePath:instancePath+"/place",parentData:data,parentDataProperty:"place",rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stop !== undefined){
let data8 = data.stop;
const _errs13 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate238.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs13){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 1 || isNaN(data8)){
validate238.errors = [{instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data9 = data.equipment;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data9 === "string"){
if(data9.length < 1){
validate238.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proofOfDelivery !== undefined){
let data10 = data.proofOfDelivery;
const _errs17 = errors;
if(errors === _errs17){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
const _errs19 = errors;
for(const key1 in data10){
if(!((((key1 === "signedBy") || (key1 === "contentType")) || (key1 === "content")) || (key1 === "documentId"))){
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery",schemaPath:"#/properties/proofOfDelivery/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs19 === errors){
if(data10.signedBy !== undefined){
let data11 = data10.signedBy;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data11 === "string"){
if(data11.length < 1){
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery/signedBy",schemaPath:"#/properties/proofOfDelivery/properties/signedBy/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery/signedBy",schemaPath:"#/properties/proofOfDelivery/properties/signedBy/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs20 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data10.contentType !== undefined){
let data12 = data10.contentType;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data12 === "string"){
if(data12.length < 1){
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery/contentType",schemaPath:"#/properties/proofOfDelivery/properties/contentType/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery/contentType",schemaPath:"#/properties/proofOfDelivery/properties/contentType/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs22 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data10.content !== undefined){
let data13 = data10.content;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data13 === "string"){
if(data13.length < 1){
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery/content",schemaPath:"#/properties/proofOfDelivery/properties/content/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery/content",schemaPath:"#/properties/proofOfDelivery/properties/content/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs24 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data10.documentId !== undefined){
let data14 = data10.documentId;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data14 === "string"){
if(data14.length < 1){
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery/documentId",schemaPath:"#/properties/proofOfDelivery/properties/documentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery/documentId",schemaPath:"#/properties/proofOfDelivery/properties/documentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs26 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
validate238.errors = [{instancePath:instancePath+"/proofOfDelivery",schemaPath:"#/properties/proofOfDelivery/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weight !== undefined){
const _errs28 = errors;
if(!(validate36(data.weight, {instancePath:instancePath+"/weight",parentData:data,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data16 = data.references;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data16)){
var valid2 = true;
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
const _errs31 = errors;
if(!(validate40(data16[i0], {instancePath:instancePath+"/references/" + i0,parentData:data16,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid2 = _errs31 === errors;
if(!valid2){
break;
}
}
}
else {
validate238.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data18 = data.parties;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data18)){
var valid3 = true;
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
const _errs34 = errors;
if(!(validate44(data18[i1], {instancePath:instancePath+"/parties/" + i1,parentData:data18,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid3 = _errs34 === errors;
if(!valid3){
break;
}
}
}
else {
validate238.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pieces !== undefined){
let data20 = data.pieces;
const _errs35 = errors;
if(!((typeof data20 == "number") && (isFinite(data20)))){
validate238.errors = [{instancePath:instancePath+"/pieces",schemaPath:"#/properties/pieces/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remark !== undefined){
let data21 = data.remark;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data21 === "string"){
if(data21.length < 1){
validate238.errors = [{instancePath:instancePath+"/remark",schemaPath:"#/properties/remark/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate238.errors = [{instancePath:instancePath+"/remark",schemaPath:"#/properties/remark/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate238.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate238.errors = vErrors;
return errors === 0;
}

export const shipmentTenderedV1 = validate247;
const schema51 = {"type":"object","additionalProperties":false,"properties":{"shipmentId":{"type":"string","minLength":1},"recordId":{"type":"integer"},"purpose":{"type":"string","enum":["original","cancel","change","replace"]},"carrier":{"$ref":"#/$defs/Carrier"},"payment":{"type":"string","enum":["prepaid","collect","third-party"]},"respondBy":{"$ref":"#/$defs/Moment"},"equipment":{"type":"string","minLength":1},"instructions":{"type":"string","minLength":1},"stops":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"sequence":{"type":"integer","minimum":1},"action":{"type":"string","enum":["load","unload","part-load","part-unload"]},"earliest":{"$ref":"#/$defs/Moment"},"latest":{"$ref":"#/$defs/Moment"},"party":{"$ref":"#/$defs/Party"},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"weight":{"$ref":"#/$defs/Weight"},"units":{"type":"number"},"instructions":{"type":"string","minLength":1},"items":{"type":"array","items":{"$ref":"#/$defs/FreightItem"}}},"required":["sequence","action","party"]},"minItems":2},"totals":{"type":"object","additionalProperties":false,"properties":{"weight":{"$ref":"#/$defs/Weight"},"units":{"type":"number"}},"required":[]},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["shipmentId","purpose","carrier","stops","references"]};

function validate247(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.shipmentId === undefined) && (missing0 = "shipmentId")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.carrier === undefined) && (missing0 = "carrier"))) || ((data.stops === undefined) && (missing0 = "stops"))) || ((data.references === undefined) && (missing0 = "references"))){
validate247.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema51.properties, key0))){
validate247.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.shipmentId !== undefined){
let data0 = data.shipmentId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate247.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate247.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordId !== undefined){
let data1 = data.recordId;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate247.errors = [{instancePath:instancePath+"/recordId",schemaPath:"#/properties/recordId/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data2 = data.purpose;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate247.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data2 === "original") || (data2 === "cancel")) || (data2 === "change")) || (data2 === "replace"))){
validate247.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema51.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs8 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment !== undefined){
let data4 = data.payment;
const _errs9 = errors;
if(typeof data4 !== "string"){
validate247.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data4 === "prepaid") || (data4 === "collect")) || (data4 === "third-party"))){
validate247.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/enum",keyword:"enum",params:{allowedValues: schema51.properties.payment.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.respondBy !== undefined){
const _errs11 = errors;
if(!(validate23(data.respondBy, {instancePath:instancePath+"/respondBy",parentData:data,parentDataProperty:"respondBy",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data6 = data.equipment;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length < 1){
validate247.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate247.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instructions !== undefined){
let data7 = data.instructions;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(data7.length < 1){
validate247.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate247.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stops !== undefined){
let data8 = data.stops;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data8)){
if(data8.length < 2){
validate247.errors = [{instancePath:instancePath+"/stops",schemaPath:"#/properties/stops/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
const _errs18 = errors;
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if((((data9.sequence === undefined) && (missing1 = "sequence")) || ((data9.action === undefined) && (missing1 = "action"))) || ((data9.party === undefined) && (missing1 = "party"))){
validate247.errors = [{instancePath:instancePath+"/stops/" + i0,schemaPath:"#/properties/stops/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key1 in data9){
if(!(func2.call(schema51.properties.stops.items.properties, key1))){
validate247.errors = [{instancePath:instancePath+"/stops/" + i0,schemaPath:"#/properties/stops/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data9.sequence !== undefined){
let data10 = data9.sequence;
const _errs21 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/sequence",schemaPath:"#/properties/stops/items/properties/sequence/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 1 || isNaN(data10)){
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/sequence",schemaPath:"#/properties/stops/items/properties/sequence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.action !== undefined){
let data11 = data9.action;
const _errs23 = errors;
if(typeof data11 !== "string"){
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/action",schemaPath:"#/properties/stops/items/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((data11 === "load") || (data11 === "unload")) || (data11 === "part-load")) || (data11 === "part-unload"))){
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/action",schemaPath:"#/properties/stops/items/properties/action/enum",keyword:"enum",params:{allowedValues: schema51.properties.stops.items.properties.action.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.earliest !== undefined){
const _errs25 = errors;
if(!(validate23(data9.earliest, {instancePath:instancePath+"/stops/" + i0+"/earliest",parentData:data9,parentDataProperty:"earliest",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.latest !== undefined){
const _errs26 = errors;
if(!(validate23(data9.latest, {instancePath:instancePath+"/stops/" + i0+"/latest",parentData:data9,parentDataProperty:"latest",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.party !== undefined){
const _errs27 = errors;
if(!(validate44(data9.party, {instancePath:instancePath+"/stops/" + i0+"/party",parentData:data9,parentDataProperty:"party",rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.references !== undefined){
let data15 = data9.references;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data15)){
var valid3 = true;
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
const _errs30 = errors;
if(!(validate40(data15[i1], {instancePath:instancePath+"/stops/" + i0+"/references/" + i1,parentData:data15,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid3 = _errs30 === errors;
if(!valid3){
break;
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/references",schemaPath:"#/properties/stops/items/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.weight !== undefined){
const _errs31 = errors;
if(!(validate36(data9.weight, {instancePath:instancePath+"/stops/" + i0+"/weight",parentData:data9,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.units !== undefined){
let data18 = data9.units;
const _errs32 = errors;
if(!((typeof data18 == "number") && (isFinite(data18)))){
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/units",schemaPath:"#/properties/stops/items/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs32 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.instructions !== undefined){
let data19 = data9.instructions;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data19 === "string"){
if(data19.length < 1){
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/instructions",schemaPath:"#/properties/stops/items/properties/instructions/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/instructions",schemaPath:"#/properties/stops/items/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs34 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.items !== undefined){
let data20 = data9.items;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data20)){
var valid4 = true;
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
const _errs38 = errors;
if(!(validate78(data20[i2], {instancePath:instancePath+"/stops/" + i0+"/items/" + i2,parentData:data20,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
var valid4 = _errs38 === errors;
if(!valid4){
break;
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/stops/" + i0+"/items",schemaPath:"#/properties/stops/items/properties/items/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs36 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/stops/" + i0,schemaPath:"#/properties/stops/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs18 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/stops",schemaPath:"#/properties/stops/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data22 = data.totals;
const _errs39 = errors;
if(errors === _errs39){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
const _errs41 = errors;
for(const key2 in data22){
if(!((key2 === "weight") || (key2 === "units"))){
validate247.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs41 === errors){
if(data22.weight !== undefined){
const _errs42 = errors;
if(!(validate36(data22.weight, {instancePath:instancePath+"/totals/weight",parentData:data22,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid5 = _errs42 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data22.units !== undefined){
let data24 = data22.units;
const _errs43 = errors;
if(!((typeof data24 == "number") && (isFinite(data24)))){
validate247.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs43 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data25 = data.parties;
const _errs45 = errors;
if(errors === _errs45){
if(Array.isArray(data25)){
var valid6 = true;
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
const _errs47 = errors;
if(!(validate44(data25[i3], {instancePath:instancePath+"/parties/" + i3,parentData:data25,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid6 = _errs47 === errors;
if(!valid6){
break;
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data27 = data.references;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data27)){
var valid7 = true;
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
const _errs50 = errors;
if(!(validate40(data27[i4], {instancePath:instancePath+"/references/" + i4,parentData:data27,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid7 = _errs50 === errors;
if(!valid7){
break;
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs48 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate247.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate247.errors = vErrors;
return errors === 0;
}

export const tenderAnsweredV1 = validate259;
const schema52 = {"type":"object","additionalProperties":false,"properties":{"shipmentId":{"type":"string","minLength":1},"carrier":{"$ref":"#/$defs/Carrier"},"answer":{"type":"string","enum":["accepted","declined","conditional","counter","changed","other"]},"answerCode":{"type":"string","minLength":1},"reason":{"type":"string","minLength":1},"at":{"$ref":"#/$defs/Moment"},"pickupAt":{"$ref":"#/$defs/Moment"},"deliveryAt":{"$ref":"#/$defs/Moment"},"equipment":{"type":"string","minLength":1},"stops":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"sequence":{"type":"integer","minimum":1},"plannedAt":{"$ref":"#/$defs/Moment"},"remark":{"type":"string","minLength":1},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["sequence"]}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["shipmentId","answer","answerCode","references"]};

function validate259(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.shipmentId === undefined) && (missing0 = "shipmentId")) || ((data.answer === undefined) && (missing0 = "answer"))) || ((data.answerCode === undefined) && (missing0 = "answerCode"))) || ((data.references === undefined) && (missing0 = "references"))){
validate259.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema52.properties, key0))){
validate259.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.shipmentId !== undefined){
let data0 = data.shipmentId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate259.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate259.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs4 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.answer !== undefined){
let data2 = data.answer;
const _errs5 = errors;
if(typeof data2 !== "string"){
validate259.errors = [{instancePath:instancePath+"/answer",schemaPath:"#/properties/answer/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((data2 === "accepted") || (data2 === "declined")) || (data2 === "conditional")) || (data2 === "counter")) || (data2 === "changed")) || (data2 === "other"))){
validate259.errors = [{instancePath:instancePath+"/answer",schemaPath:"#/properties/answer/enum",keyword:"enum",params:{allowedValues: schema52.properties.answer.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.answerCode !== undefined){
let data3 = data.answerCode;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate259.errors = [{instancePath:instancePath+"/answerCode",schemaPath:"#/properties/answerCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate259.errors = [{instancePath:instancePath+"/answerCode",schemaPath:"#/properties/answerCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
let data4 = data.reason;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length < 1){
validate259.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate259.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
const _errs11 = errors;
if(!(validate23(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pickupAt !== undefined){
const _errs12 = errors;
if(!(validate23(data.pickupAt, {instancePath:instancePath+"/pickupAt",parentData:data,parentDataProperty:"pickupAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deliveryAt !== undefined){
const _errs13 = errors;
if(!(validate23(data.deliveryAt, {instancePath:instancePath+"/deliveryAt",parentData:data,parentDataProperty:"deliveryAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.equipment !== undefined){
let data8 = data.equipment;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data8 === "string"){
if(data8.length < 1){
validate259.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate259.errors = [{instancePath:instancePath+"/equipment",schemaPath:"#/properties/equipment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stops !== undefined){
let data9 = data.stops;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data9)){
var valid1 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
const _errs18 = errors;
if(errors === _errs18){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing1;
if((data10.sequence === undefined) && (missing1 = "sequence")){
validate259.errors = [{instancePath:instancePath+"/stops/" + i0,schemaPath:"#/properties/stops/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key1 in data10){
if(!((((key1 === "sequence") || (key1 === "plannedAt")) || (key1 === "remark")) || (key1 === "references"))){
validate259.errors = [{instancePath:instancePath+"/stops/" + i0,schemaPath:"#/properties/stops/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data10.sequence !== undefined){
let data11 = data10.sequence;
const _errs21 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate259.errors = [{instancePath:instancePath+"/stops/" + i0+"/sequence",schemaPath:"#/properties/stops/items/properties/sequence/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
validate259.errors = [{instancePath:instancePath+"/stops/" + i0+"/sequence",schemaPath:"#/properties/stops/items/properties/sequence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.plannedAt !== undefined){
const _errs23 = errors;
if(!(validate23(data10.plannedAt, {instancePath:instancePath+"/stops/" + i0+"/plannedAt",parentData:data10,parentDataProperty:"plannedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.remark !== undefined){
let data13 = data10.remark;
const _errs24 = errors;
if(errors === _errs24){
if(typeof data13 === "string"){
if(data13.length < 1){
validate259.errors = [{instancePath:instancePath+"/stops/" + i0+"/remark",schemaPath:"#/properties/stops/items/properties/remark/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate259.errors = [{instancePath:instancePath+"/stops/" + i0+"/remark",schemaPath:"#/properties/stops/items/properties/remark/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.references !== undefined){
let data14 = data10.references;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data14)){
var valid3 = true;
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
const _errs28 = errors;
if(!(validate40(data14[i1], {instancePath:instancePath+"/stops/" + i0+"/references/" + i1,parentData:data14,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid3 = _errs28 === errors;
if(!valid3){
break;
}
}
}
else {
validate259.errors = [{instancePath:instancePath+"/stops/" + i0+"/references",schemaPath:"#/properties/stops/items/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
else {
validate259.errors = [{instancePath:instancePath+"/stops/" + i0,schemaPath:"#/properties/stops/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs18 === errors;
if(!valid1){
break;
}
}
}
else {
validate259.errors = [{instancePath:instancePath+"/stops",schemaPath:"#/properties/stops/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data16 = data.references;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data16)){
var valid4 = true;
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
const _errs31 = errors;
if(!(validate40(data16[i2], {instancePath:instancePath+"/references/" + i2,parentData:data16,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid4 = _errs31 === errors;
if(!valid4){
break;
}
}
}
else {
validate259.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate259.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate259.errors = vErrors;
return errors === 0;
}

export const warehouseOrderCancelledV1 = validate267;
const schema53 = {"type":"object","additionalProperties":false,"properties":{"orderNumber":{"type":"string","minLength":1},"recordId":{"type":"integer"},"shipmentId":{"type":"string","minLength":1},"purchaseOrder":{"type":"string","minLength":1},"cancelledBy":{"type":"string","enum":["warehouse","depositor","carrier"]},"cancelledAt":{"$ref":"#/$defs/Moment"},"reason":{"type":"string","minLength":1},"reasonCode":{"type":"string","minLength":1},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"ordered":{"$ref":"#/$defs/Quantity"},"reason":{"type":"string","minLength":1},"reasonCode":{"type":"string","minLength":1}},"required":["product"]}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}},"notes":{"type":"array","items":{"type":"string","minLength":1}}},"required":["orderNumber"]};

function validate267(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.orderNumber === undefined) && (missing0 = "orderNumber")){
validate267.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema53.properties, key0))){
validate267.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.orderNumber !== undefined){
let data0 = data.orderNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate267.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordId !== undefined){
let data1 = data.recordId;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate267.errors = [{instancePath:instancePath+"/recordId",schemaPath:"#/properties/recordId/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shipmentId !== undefined){
let data2 = data.shipmentId;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate267.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purchaseOrder !== undefined){
let data3 = data.purchaseOrder;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate267.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cancelledBy !== undefined){
let data4 = data.cancelledBy;
const _errs10 = errors;
if(typeof data4 !== "string"){
validate267.errors = [{instancePath:instancePath+"/cancelledBy",schemaPath:"#/properties/cancelledBy/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data4 === "warehouse") || (data4 === "depositor")) || (data4 === "carrier"))){
validate267.errors = [{instancePath:instancePath+"/cancelledBy",schemaPath:"#/properties/cancelledBy/enum",keyword:"enum",params:{allowedValues: schema53.properties.cancelledBy.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cancelledAt !== undefined){
const _errs12 = errors;
if(!(validate23(data.cancelledAt, {instancePath:instancePath+"/cancelledAt",parentData:data,parentDataProperty:"cancelledAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
let data6 = data.reason;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data6 === "string"){
if(data6.length < 1){
validate267.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasonCode !== undefined){
let data7 = data.reasonCode;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data7 === "string"){
if(data7.length < 1){
validate267.errors = [{instancePath:instancePath+"/reasonCode",schemaPath:"#/properties/reasonCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/reasonCode",schemaPath:"#/properties/reasonCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data8 = data.lines;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data8)){
var valid1 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
const _errs19 = errors;
if(errors === _errs19){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if((data9.product === undefined) && (missing1 = "product")){
validate267.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs21 = errors;
for(const key1 in data9){
if(!(((((key1 === "lineNumber") || (key1 === "product")) || (key1 === "ordered")) || (key1 === "reason")) || (key1 === "reasonCode"))){
validate267.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs21 === errors){
if(data9.lineNumber !== undefined){
let data10 = data9.lineNumber;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data10 === "string"){
if(data10.length < 1){
validate267.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs22 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.product !== undefined){
const _errs24 = errors;
if(!(validate30(data9.product, {instancePath:instancePath+"/lines/" + i0+"/product",parentData:data9,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.ordered !== undefined){
const _errs25 = errors;
if(!(validate32(data9.ordered, {instancePath:instancePath+"/lines/" + i0+"/ordered",parentData:data9,parentDataProperty:"ordered",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.reason !== undefined){
let data13 = data9.reason;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data13 === "string"){
if(data13.length < 1){
validate267.errors = [{instancePath:instancePath+"/lines/" + i0+"/reason",schemaPath:"#/properties/lines/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/lines/" + i0+"/reason",schemaPath:"#/properties/lines/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.reasonCode !== undefined){
let data14 = data9.reasonCode;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data14 === "string"){
if(data14.length < 1){
validate267.errors = [{instancePath:instancePath+"/lines/" + i0+"/reasonCode",schemaPath:"#/properties/lines/items/properties/reasonCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/lines/" + i0+"/reasonCode",schemaPath:"#/properties/lines/items/properties/reasonCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
else {
validate267.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs19 === errors;
if(!valid1){
break;
}
}
}
else {
validate267.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data15 = data.references;
const _errs30 = errors;
if(errors === _errs30){
if(Array.isArray(data15)){
var valid3 = true;
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
const _errs32 = errors;
if(!(validate40(data15[i1], {instancePath:instancePath+"/references/" + i1,parentData:data15,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid3 = _errs32 === errors;
if(!valid3){
break;
}
}
}
else {
validate267.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data17 = data.parties;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data17)){
var valid4 = true;
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
const _errs35 = errors;
if(!(validate44(data17[i2], {instancePath:instancePath+"/parties/" + i2,parentData:data17,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid4 = _errs35 === errors;
if(!valid4){
break;
}
}
}
else {
validate267.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data19 = data.notes;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data19)){
var valid5 = true;
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
let data20 = data19[i3];
const _errs38 = errors;
if(errors === _errs38){
if(typeof data20 === "string"){
if(data20.length < 1){
validate267.errors = [{instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate267.errors = [{instancePath:instancePath+"/notes/" + i3,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs38 === errors;
if(!valid5){
break;
}
}
}
else {
validate267.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate267.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate267.errors = vErrors;
return errors === 0;
}

export const warehouseOrderReleasedV1 = validate273;
const schema54 = {"type":"object","additionalProperties":false,"properties":{"orderNumber":{"type":"string","minLength":1},"recordId":{"type":"integer"},"purpose":{"type":"string","enum":["original","cancel","change"]},"purchaseOrder":{"type":"string","minLength":1},"releasedAt":{"$ref":"#/$defs/Moment"},"requestedShipAt":{"$ref":"#/$defs/Moment"},"requestedDeliveryAt":{"$ref":"#/$defs/Moment"},"carrier":{"$ref":"#/$defs/Carrier"},"instructions":{"type":"string","minLength":1},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"quantity":{"$ref":"#/$defs/Quantity"},"lot":{"type":"string","minLength":1},"weight":{"$ref":"#/$defs/Weight"}},"required":["lineNumber","product","quantity"]},"minItems":1},"totals":{"type":"object","additionalProperties":false,"properties":{"units":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"}},"required":["units"]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}}},"required":["orderNumber","purpose","lines","totals","parties","references"]};

function validate273(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.orderNumber === undefined) && (missing0 = "orderNumber")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.lines === undefined) && (missing0 = "lines"))) || ((data.totals === undefined) && (missing0 = "totals"))) || ((data.parties === undefined) && (missing0 = "parties"))) || ((data.references === undefined) && (missing0 = "references"))){
validate273.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema54.properties, key0))){
validate273.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.orderNumber !== undefined){
let data0 = data.orderNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate273.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate273.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordId !== undefined){
let data1 = data.recordId;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate273.errors = [{instancePath:instancePath+"/recordId",schemaPath:"#/properties/recordId/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
let data2 = data.purpose;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate273.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data2 === "original") || (data2 === "cancel")) || (data2 === "change"))){
validate273.errors = [{instancePath:instancePath+"/purpose",schemaPath:"#/properties/purpose/enum",keyword:"enum",params:{allowedValues: schema54.properties.purpose.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purchaseOrder !== undefined){
let data3 = data.purchaseOrder;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length < 1){
validate273.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate273.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.releasedAt !== undefined){
const _errs10 = errors;
if(!(validate23(data.releasedAt, {instancePath:instancePath+"/releasedAt",parentData:data,parentDataProperty:"releasedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedShipAt !== undefined){
const _errs11 = errors;
if(!(validate23(data.requestedShipAt, {instancePath:instancePath+"/requestedShipAt",parentData:data,parentDataProperty:"requestedShipAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.requestedDeliveryAt !== undefined){
const _errs12 = errors;
if(!(validate23(data.requestedDeliveryAt, {instancePath:instancePath+"/requestedDeliveryAt",parentData:data,parentDataProperty:"requestedDeliveryAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs13 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instructions !== undefined){
let data8 = data.instructions;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data8 === "string"){
if(data8.length < 1){
validate273.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate273.errors = [{instancePath:instancePath+"/instructions",schemaPath:"#/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data9 = data.lines;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data9)){
if(data9.length < 1){
validate273.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
const _errs18 = errors;
if(errors === _errs18){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing1;
if((((data10.lineNumber === undefined) && (missing1 = "lineNumber")) || ((data10.product === undefined) && (missing1 = "product"))) || ((data10.quantity === undefined) && (missing1 = "quantity"))){
validate273.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key1 in data10){
if(!(((((key1 === "lineNumber") || (key1 === "product")) || (key1 === "quantity")) || (key1 === "lot")) || (key1 === "weight"))){
validate273.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data10.lineNumber !== undefined){
let data11 = data10.lineNumber;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data11 === "string"){
if(data11.length < 1){
validate273.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate273.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.product !== undefined){
const _errs23 = errors;
if(!(validate30(data10.product, {instancePath:instancePath+"/lines/" + i0+"/product",parentData:data10,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.quantity !== undefined){
const _errs24 = errors;
if(!(validate32(data10.quantity, {instancePath:instancePath+"/lines/" + i0+"/quantity",parentData:data10,parentDataProperty:"quantity",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.lot !== undefined){
let data14 = data10.lot;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data14 === "string"){
if(data14.length < 1){
validate273.errors = [{instancePath:instancePath+"/lines/" + i0+"/lot",schemaPath:"#/properties/lines/items/properties/lot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate273.errors = [{instancePath:instancePath+"/lines/" + i0+"/lot",schemaPath:"#/properties/lines/items/properties/lot/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data10.weight !== undefined){
const _errs27 = errors;
if(!(validate36(data10.weight, {instancePath:instancePath+"/lines/" + i0+"/weight",parentData:data10,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
else {
validate273.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs18 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate273.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data16 = data.totals;
const _errs28 = errors;
if(errors === _errs28){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing2;
if((data16.units === undefined) && (missing2 = "units")){
validate273.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs30 = errors;
for(const key2 in data16){
if(!((key2 === "units") || (key2 === "weight"))){
validate273.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs30 === errors){
if(data16.units !== undefined){
let data17 = data16.units;
const _errs31 = errors;
if(!((typeof data17 == "number") && (isFinite(data17)))){
validate273.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs31 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data16.weight !== undefined){
const _errs33 = errors;
if(!(validate36(data16.weight, {instancePath:instancePath+"/totals/weight",parentData:data16,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid3 = _errs33 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate273.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data19 = data.references;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data19)){
var valid4 = true;
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
const _errs36 = errors;
if(!(validate40(data19[i1], {instancePath:instancePath+"/references/" + i1,parentData:data19,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid4 = _errs36 === errors;
if(!valid4){
break;
}
}
}
else {
validate273.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data21 = data.parties;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data21)){
var valid5 = true;
const len2 = data21.length;
for(let i2=0; i2<len2; i2++){
const _errs39 = errors;
if(!(validate44(data21[i2], {instancePath:instancePath+"/parties/" + i2,parentData:data21,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid5 = _errs39 === errors;
if(!valid5){
break;
}
}
}
else {
validate273.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate273.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate273.errors = vErrors;
return errors === 0;
}

export const warehouseOrderShippedV1 = validate284;
const schema55 = {"type":"object","additionalProperties":false,"properties":{"orderNumber":{"type":"string","minLength":1},"shipmentId":{"type":"string","minLength":1},"purchaseOrder":{"type":"string","minLength":1},"reporting":{"type":"string","enum":["full","original","no-exceptions","exceptions-only","other"]},"shippedAt":{"$ref":"#/$defs/Moment"},"carrier":{"$ref":"#/$defs/Carrier"},"trackingNumber":{"type":"string","minLength":1},"billOfLading":{"type":"string","minLength":1},"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lineNumber":{"type":"string","minLength":1},"product":{"$ref":"#/$defs/Product"},"status":{"type":"string","enum":["complete","partial","partial-backordered","substituted","cancelled","shipped","other"]},"ordered":{"$ref":"#/$defs/Quantity"},"shipped":{"$ref":"#/$defs/Quantity"},"difference":{"type":"number"},"lots":{"type":"array","items":{"type":"object","additionalProperties":false,"properties":{"lot":{"type":"string","minLength":1},"quantity":{"type":"number"}},"required":["lot"]}},"packages":{"type":"array","items":{"$ref":"#/$defs/Package"}},"serialNumbers":{"type":"array","items":{"type":"string","minLength":1}},"parcels":{"type":"array","items":{"$ref":"#/$defs/Parcel"}},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}}},"required":["product","shipped"]},"minItems":1},"totals":{"type":"object","additionalProperties":false,"properties":{"units":{"type":"number"},"weight":{"$ref":"#/$defs/Weight"},"packages":{"type":"number"}},"required":[]},"references":{"type":"array","items":{"$ref":"#/$defs/Reference"}},"parties":{"type":"array","items":{"$ref":"#/$defs/Party"}},"payment":{"type":"string","enum":["prepaid","collect","third-party"]},"notes":{"type":"array","items":{"type":"string","minLength":1}}},"required":["orderNumber","lines","references"]};

function validate284(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.orderNumber === undefined) && (missing0 = "orderNumber")) || ((data.lines === undefined) && (missing0 = "lines"))) || ((data.references === undefined) && (missing0 = "references"))){
validate284.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema55.properties, key0))){
validate284.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.orderNumber !== undefined){
let data0 = data.orderNumber;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length < 1){
validate284.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/orderNumber",schemaPath:"#/properties/orderNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shipmentId !== undefined){
let data1 = data.shipmentId;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate284.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/shipmentId",schemaPath:"#/properties/shipmentId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purchaseOrder !== undefined){
let data2 = data.purchaseOrder;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length < 1){
validate284.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/purchaseOrder",schemaPath:"#/properties/purchaseOrder/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reporting !== undefined){
let data3 = data.reporting;
const _errs8 = errors;
if(typeof data3 !== "string"){
validate284.errors = [{instancePath:instancePath+"/reporting",schemaPath:"#/properties/reporting/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((data3 === "full") || (data3 === "original")) || (data3 === "no-exceptions")) || (data3 === "exceptions-only")) || (data3 === "other"))){
validate284.errors = [{instancePath:instancePath+"/reporting",schemaPath:"#/properties/reporting/enum",keyword:"enum",params:{allowedValues: schema55.properties.reporting.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shippedAt !== undefined){
const _errs10 = errors;
if(!(validate23(data.shippedAt, {instancePath:instancePath+"/shippedAt",parentData:data,parentDataProperty:"shippedAt",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carrier !== undefined){
const _errs11 = errors;
if(!(validate26(data.carrier, {instancePath:instancePath+"/carrier",parentData:data,parentDataProperty:"carrier",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trackingNumber !== undefined){
let data6 = data.trackingNumber;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length < 1){
validate284.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/trackingNumber",schemaPath:"#/properties/trackingNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.billOfLading !== undefined){
let data7 = data.billOfLading;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(data7.length < 1){
validate284.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/billOfLading",schemaPath:"#/properties/billOfLading/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data8 = data.lines;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data8)){
if(data8.length < 1){
validate284.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
const _errs18 = errors;
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if(((data9.product === undefined) && (missing1 = "product")) || ((data9.shipped === undefined) && (missing1 = "shipped"))){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key1 in data9){
if(!(func2.call(schema55.properties.lines.items.properties, key1))){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data9.lineNumber !== undefined){
let data10 = data9.lineNumber;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data10 === "string"){
if(data10.length < 1){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lineNumber",schemaPath:"#/properties/lines/items/properties/lineNumber/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.product !== undefined){
const _errs23 = errors;
if(!(validate30(data9.product, {instancePath:instancePath+"/lines/" + i0+"/product",parentData:data9,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.status !== undefined){
let data12 = data9.status;
const _errs24 = errors;
if(typeof data12 !== "string"){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/status",schemaPath:"#/properties/lines/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((data12 === "complete") || (data12 === "partial")) || (data12 === "partial-backordered")) || (data12 === "substituted")) || (data12 === "cancelled")) || (data12 === "shipped")) || (data12 === "other"))){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/status",schemaPath:"#/properties/lines/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema55.properties.lines.items.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.ordered !== undefined){
const _errs26 = errors;
if(!(validate32(data9.ordered, {instancePath:instancePath+"/lines/" + i0+"/ordered",parentData:data9,parentDataProperty:"ordered",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.shipped !== undefined){
const _errs27 = errors;
if(!(validate32(data9.shipped, {instancePath:instancePath+"/lines/" + i0+"/shipped",parentData:data9,parentDataProperty:"shipped",rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.difference !== undefined){
let data15 = data9.difference;
const _errs28 = errors;
if(!((typeof data15 == "number") && (isFinite(data15)))){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/difference",schemaPath:"#/properties/lines/items/properties/difference/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.lots !== undefined){
let data16 = data9.lots;
const _errs30 = errors;
if(errors === _errs30){
if(Array.isArray(data16)){
var valid3 = true;
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
const _errs32 = errors;
if(errors === _errs32){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing2;
if((data17.lot === undefined) && (missing2 = "lot")){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lots/" + i1,schemaPath:"#/properties/lines/items/properties/lots/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs34 = errors;
for(const key2 in data17){
if(!((key2 === "lot") || (key2 === "quantity"))){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lots/" + i1,schemaPath:"#/properties/lines/items/properties/lots/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs34 === errors){
if(data17.lot !== undefined){
let data18 = data17.lot;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data18 === "string"){
if(data18.length < 1){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lots/" + i1+"/lot",schemaPath:"#/properties/lines/items/properties/lots/items/properties/lot/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lots/" + i1+"/lot",schemaPath:"#/properties/lines/items/properties/lots/items/properties/lot/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data17.quantity !== undefined){
let data19 = data17.quantity;
const _errs37 = errors;
if(!((typeof data19 == "number") && (isFinite(data19)))){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lots/" + i1+"/quantity",schemaPath:"#/properties/lines/items/properties/lots/items/properties/quantity/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lots/" + i1,schemaPath:"#/properties/lines/items/properties/lots/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs32 === errors;
if(!valid3){
break;
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/lots",schemaPath:"#/properties/lines/items/properties/lots/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.packages !== undefined){
let data20 = data9.packages;
const _errs39 = errors;
if(errors === _errs39){
if(Array.isArray(data20)){
var valid5 = true;
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
const _errs41 = errors;
if(!(validate170(data20[i2], {instancePath:instancePath+"/lines/" + i0+"/packages/" + i2,parentData:data20,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
errors = vErrors.length;
}
var valid5 = _errs41 === errors;
if(!valid5){
break;
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/packages",schemaPath:"#/properties/lines/items/properties/packages/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs39 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.serialNumbers !== undefined){
let data22 = data9.serialNumbers;
const _errs42 = errors;
if(errors === _errs42){
if(Array.isArray(data22)){
var valid6 = true;
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
const _errs44 = errors;
if(errors === _errs44){
if(typeof data23 === "string"){
if(data23.length < 1){
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/serialNumbers/" + i3,schemaPath:"#/properties/lines/items/properties/serialNumbers/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/serialNumbers/" + i3,schemaPath:"#/properties/lines/items/properties/serialNumbers/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs44 === errors;
if(!valid6){
break;
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/serialNumbers",schemaPath:"#/properties/lines/items/properties/serialNumbers/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs42 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.parcels !== undefined){
let data24 = data9.parcels;
const _errs46 = errors;
if(errors === _errs46){
if(Array.isArray(data24)){
var valid7 = true;
const len4 = data24.length;
for(let i4=0; i4<len4; i4++){
const _errs48 = errors;
if(!(validate206(data24[i4], {instancePath:instancePath+"/lines/" + i0+"/parcels/" + i4,parentData:data24,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate206.errors : vErrors.concat(validate206.errors);
errors = vErrors.length;
}
var valid7 = _errs48 === errors;
if(!valid7){
break;
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/parcels",schemaPath:"#/properties/lines/items/properties/parcels/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs46 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.references !== undefined){
let data26 = data9.references;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data26)){
var valid8 = true;
const len5 = data26.length;
for(let i5=0; i5<len5; i5++){
const _errs51 = errors;
if(!(validate40(data26[i5], {instancePath:instancePath+"/lines/" + i0+"/references/" + i5,parentData:data26,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid8 = _errs51 === errors;
if(!valid8){
break;
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0+"/references",schemaPath:"#/properties/lines/items/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid2 = _errs49 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs18 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totals !== undefined){
let data28 = data.totals;
const _errs52 = errors;
if(errors === _errs52){
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
const _errs54 = errors;
for(const key3 in data28){
if(!(((key3 === "units") || (key3 === "weight")) || (key3 === "packages"))){
validate284.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs54 === errors){
if(data28.units !== undefined){
let data29 = data28.units;
const _errs55 = errors;
if(!((typeof data29 == "number") && (isFinite(data29)))){
validate284.errors = [{instancePath:instancePath+"/totals/units",schemaPath:"#/properties/totals/properties/units/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs55 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data28.weight !== undefined){
const _errs57 = errors;
if(!(validate36(data28.weight, {instancePath:instancePath+"/totals/weight",parentData:data28,parentDataProperty:"weight",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid9 = _errs57 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data28.packages !== undefined){
let data31 = data28.packages;
const _errs58 = errors;
if(!((typeof data31 == "number") && (isFinite(data31)))){
validate284.errors = [{instancePath:instancePath+"/totals/packages",schemaPath:"#/properties/totals/properties/packages/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs58 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/totals",schemaPath:"#/properties/totals/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.references !== undefined){
let data32 = data.references;
const _errs60 = errors;
if(errors === _errs60){
if(Array.isArray(data32)){
var valid10 = true;
const len6 = data32.length;
for(let i6=0; i6<len6; i6++){
const _errs62 = errors;
if(!(validate40(data32[i6], {instancePath:instancePath+"/references/" + i6,parentData:data32,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid10 = _errs62 === errors;
if(!valid10){
break;
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/references",schemaPath:"#/properties/references/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs60 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data34 = data.parties;
const _errs63 = errors;
if(errors === _errs63){
if(Array.isArray(data34)){
var valid11 = true;
const len7 = data34.length;
for(let i7=0; i7<len7; i7++){
const _errs65 = errors;
if(!(validate44(data34[i7], {instancePath:instancePath+"/parties/" + i7,parentData:data34,parentDataProperty:i7,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid11 = _errs65 === errors;
if(!valid11){
break;
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs63 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment !== undefined){
let data36 = data.payment;
const _errs66 = errors;
if(typeof data36 !== "string"){
validate284.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data36 === "prepaid") || (data36 === "collect")) || (data36 === "third-party"))){
validate284.errors = [{instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/enum",keyword:"enum",params:{allowedValues: schema55.properties.payment.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs66 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notes !== undefined){
let data37 = data.notes;
const _errs68 = errors;
if(errors === _errs68){
if(Array.isArray(data37)){
var valid12 = true;
const len8 = data37.length;
for(let i8=0; i8<len8; i8++){
let data38 = data37[i8];
const _errs70 = errors;
if(errors === _errs70){
if(typeof data38 === "string"){
if(data38.length < 1){
validate284.errors = [{instancePath:instancePath+"/notes/" + i8,schemaPath:"#/properties/notes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate284.errors = [{instancePath:instancePath+"/notes/" + i8,schemaPath:"#/properties/notes/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid12 = _errs70 === errors;
if(!valid12){
break;
}
}
}
else {
validate284.errors = [{instancePath:instancePath+"/notes",schemaPath:"#/properties/notes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs68 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate284.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate284.errors = vErrors;
return errors === 0;
}

/** Validates the data of an event by its type; `errors` holds the first fault of the last call. */
export const eventValidators: Readonly<Record<string, Validator>> = {
  'bill-of-lading.issued.v1': billOfLadingIssuedV1,
  'dock-appointment.scheduled.v1': dockAppointmentScheduledV1,
  'document.acknowledged.v1': documentAcknowledgedV1,
  'document.advised.v1': documentAdvisedV1,
  'freight.invoiced.v1': freightInvoicedV1,
  'inventory.adjusted.v1': inventoryAdjustedV1,
  'inventory.snapshot.v1': inventorySnapshotV1,
  'invoice.issued.v1': invoiceIssuedV1,
  'purchase-order.answered.v1': purchaseOrderAnsweredV1,
  'purchase-order.placed.v1': purchaseOrderPlacedV1,
  'receipt.confirmed.v1': receiptConfirmedV1,
  'receipt.expected.v1': receiptExpectedV1,
  'return.received.v1': returnReceivedV1,
  'shipment.announced.v1': shipmentAnnouncedV1,
  'shipment.delivered.v1': shipmentDeliveredV1,
  'shipment.eta.v1': shipmentEtaV1,
  'shipment.exception.v1': shipmentExceptionV1,
  'shipment.milestone.v1': shipmentMilestoneV1,
  'shipment.tendered.v1': shipmentTenderedV1,
  'tender.answered.v1': tenderAnsweredV1,
  'warehouse-order.cancelled.v1': warehouseOrderCancelledV1,
  'warehouse-order.released.v1': warehouseOrderReleasedV1,
  'warehouse-order.shipped.v1': warehouseOrderShippedV1,
};
