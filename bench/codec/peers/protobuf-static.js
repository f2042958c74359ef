/* eslint-disable -- written by pbjs from messages.proto */
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from 'protobufjs/minimal.js';

const $Reader = $protobuf.Reader,
  $Writer = $protobuf.Writer,
  $util = $protobuf.util;
const $Object = $util.global.Object,
  $undefined = $util.global.undefined,
  $Error = $util.global.Error,
  $RangeError = $util.global.RangeError;

const $root = $protobuf.roots['default'] || ($protobuf.roots['default'] = {});

export const bench = ($root.bench = (() => {
  const bench = {};

  bench.Small = (function () {
    const Small = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Small.prototype.orderId = '';
    Small.prototype.amount = 0;
    Small.prototype.quantity = 0;

    Small.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.orderId != null && $Object.hasOwnProperty.call(message, 'orderId') && message.orderId !== '')
        writer.uint32(10).string(message.orderId);
      if (message.amount != null && $Object.hasOwnProperty.call(message, 'amount') && !$Object.is(message.amount, 0))
        writer.uint32(17).double(message.amount);
      if (message.quantity != null && $Object.hasOwnProperty.call(message, 'quantity') && message.quantity !== 0)
        writer.uint32(24).int32(message.quantity);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Small.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Small();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.orderId = value;
            else delete message.orderId;
            continue;
          }
          case 2: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.amount = value;
            else delete message.amount;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.quantity = value;
            else delete message.quantity;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Small;
  })();

  bench.OrderItem = (function () {
    const OrderItem = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    OrderItem.prototype.sku = '';
    OrderItem.prototype.name = '';
    OrderItem.prototype.quantity = 0;
    OrderItem.prototype.unitPrice = 0;
    OrderItem.prototype.category = 0;
    OrderItem.prototype.discount = null;
    OrderItem.prototype.note = null;

    let $oneOfFields;

    // Virtual OneOf for proto3 optional field
    $Object.defineProperty(OrderItem.prototype, '_discount', {
      get: $util.oneOfGetter(($oneOfFields = ['discount'])),
      set: $util.oneOfSetter($oneOfFields),
    });

    // Virtual OneOf for proto3 optional field
    $Object.defineProperty(OrderItem.prototype, '_note', {
      get: $util.oneOfGetter(($oneOfFields = ['note'])),
      set: $util.oneOfSetter($oneOfFields),
    });

    OrderItem.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.sku != null && $Object.hasOwnProperty.call(message, 'sku') && message.sku !== '')
        writer.uint32(10).string(message.sku);
      if (message.name != null && $Object.hasOwnProperty.call(message, 'name') && message.name !== '')
        writer.uint32(18).string(message.name);
      if (message.quantity != null && $Object.hasOwnProperty.call(message, 'quantity') && message.quantity !== 0)
        writer.uint32(24).int32(message.quantity);
      if (
        message.unitPrice != null &&
        $Object.hasOwnProperty.call(message, 'unitPrice') &&
        !$Object.is(message.unitPrice, 0)
      )
        writer.uint32(33).double(message.unitPrice);
      if (message.category != null && $Object.hasOwnProperty.call(message, 'category') && message.category !== 0)
        writer.uint32(40).int32(message.category);
      if (message.discount != null && $Object.hasOwnProperty.call(message, 'discount'))
        writer.uint32(49).double(message.discount);
      if (message.note != null && $Object.hasOwnProperty.call(message, 'note')) writer.uint32(58).string(message.note);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    OrderItem.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.OrderItem();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.sku = value;
            else delete message.sku;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.name = value;
            else delete message.name;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.quantity = value;
            else delete message.quantity;
            continue;
          }
          case 4: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.unitPrice = value;
            else delete message.unitPrice;
            continue;
          }
          case 5: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.category = value;
            else delete message.category;
            continue;
          }
          case 6: {
            if (wireType !== 1) break;
            message.discount = reader.double();
            message._discount = 'discount';
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            message.note = reader.stringVerify();
            message._note = 'note';
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return OrderItem;
  })();

  bench.Category = (function () {
    const valuesById = $Object.create(null),
      values = $Object.create(valuesById);
    values[(valuesById[0] = 'book')] = 0;
    values[(valuesById[1] = 'food')] = 1;
    values[(valuesById[2] = 'tool')] = 2;
    values[(valuesById[3] = 'toy')] = 3;
    return values;
  })();

  bench.Status = (function () {
    const valuesById = $Object.create(null),
      values = $Object.create(valuesById);
    values[(valuesById[0] = 'cancelled')] = 0;
    values[(valuesById[1] = 'paid')] = 1;
    values[(valuesById[2] = 'pending')] = 2;
    values[(valuesById[3] = 'shipped')] = 3;
    return values;
  })();

  bench.Order = (function () {
    const Order = function (properties) {
      this.items = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Order.prototype.orderId = '';
    Order.prototype.customerId = '';
    Order.prototype.status = 0;
    Order.prototype.currency = '';
    Order.prototype.createdAt = 0;
    Order.prototype.note = null;
    Order.prototype.items = $util.emptyArray;

    let $oneOfFields;

    // Virtual OneOf for proto3 optional field
    $Object.defineProperty(Order.prototype, '_note', {
      get: $util.oneOfGetter(($oneOfFields = ['note'])),
      set: $util.oneOfSetter($oneOfFields),
    });

    Order.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.orderId != null && $Object.hasOwnProperty.call(message, 'orderId') && message.orderId !== '')
        writer.uint32(10).string(message.orderId);
      if (message.customerId != null && $Object.hasOwnProperty.call(message, 'customerId') && message.customerId !== '')
        writer.uint32(18).string(message.customerId);
      if (message.status != null && $Object.hasOwnProperty.call(message, 'status') && message.status !== 0)
        writer.uint32(24).int32(message.status);
      if (message.currency != null && $Object.hasOwnProperty.call(message, 'currency') && message.currency !== '')
        writer.uint32(34).string(message.currency);
      if (
        message.createdAt != null &&
        $Object.hasOwnProperty.call(message, 'createdAt') &&
        !$Object.is(message.createdAt, 0)
      )
        writer.uint32(41).double(message.createdAt);
      if (message.note != null && $Object.hasOwnProperty.call(message, 'note')) writer.uint32(50).string(message.note);
      if (message.items != null && message.items.length)
        for (let i = 0; i < message.items.length; ++i)
          $root.bench.OrderItem.encode(message.items[i], writer.uint32(58).fork(), _depth + 1).ldelim();
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Order.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Order();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.orderId = value;
            else delete message.orderId;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.customerId = value;
            else delete message.customerId;
            continue;
          }
          case 3: {
            if (wireType !== 0) break;
            if ((value = reader.int32())) message.status = value;
            else delete message.status;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.currency = value;
            else delete message.currency;
            continue;
          }
          case 5: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.createdAt = value;
            else delete message.createdAt;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            message.note = reader.stringVerify();
            message._note = 'note';
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            if (!(message.items && message.items.length)) message.items = [];
            message.items.push($root.bench.OrderItem.decode(reader, reader.size(), $undefined, _depth + 1));
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Order;
  })();

  bench.Doc = (function () {
    const Doc = function (properties) {
      this.tags = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Doc.prototype.id = '';
    Doc.prototype.title = '';
    Doc.prototype.author = '';
    Doc.prototype.lang = '';
    Doc.prototype.body = '';
    Doc.prototype.tags = $util.emptyArray;

    Doc.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.id != null && $Object.hasOwnProperty.call(message, 'id') && message.id !== '')
        writer.uint32(10).string(message.id);
      if (message.title != null && $Object.hasOwnProperty.call(message, 'title') && message.title !== '')
        writer.uint32(18).string(message.title);
      if (message.author != null && $Object.hasOwnProperty.call(message, 'author') && message.author !== '')
        writer.uint32(26).string(message.author);
      if (message.lang != null && $Object.hasOwnProperty.call(message, 'lang') && message.lang !== '')
        writer.uint32(34).string(message.lang);
      if (message.body != null && $Object.hasOwnProperty.call(message, 'body') && message.body !== '')
        writer.uint32(42).string(message.body);
      if (message.tags != null && message.tags.length)
        for (let i = 0; i < message.tags.length; ++i) writer.uint32(50).string(message.tags[i]);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Doc.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Doc();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.id = value;
            else delete message.id;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.title = value;
            else delete message.title;
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.author = value;
            else delete message.author;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.lang = value;
            else delete message.lang;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.body = value;
            else delete message.body;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            if (!(message.tags && message.tags.length)) message.tags = [];
            message.tags.push(reader.stringVerify());
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Doc;
  })();

  bench.Series = (function () {
    const Series = function (properties) {
      this.samples = [];
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Series.prototype.seriesId = '';
    Series.prototype.samples = $util.emptyArray;

    Series.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.seriesId != null && $Object.hasOwnProperty.call(message, 'seriesId') && message.seriesId !== '')
        writer.uint32(10).string(message.seriesId);
      if (message.samples != null && message.samples.length) writer.uint32(18).doubles(message.samples);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Series.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Series();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.seriesId = value;
            else delete message.seriesId;
            continue;
          }
          case 2: {
            if (wireType === 2) {
              if (!(message.samples && message.samples.length)) message.samples = [];
              reader.doubles(message.samples);
              continue;
            }
            if (wireType !== 1) break;
            if (!(message.samples && message.samples.length)) message.samples = [];
            message.samples.push(reader.double());
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Series;
  })();

  bench.Card = (function () {
    const Card = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Card.prototype.last4 = '';
    Card.prototype.brand = '';

    Card.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.last4 != null && $Object.hasOwnProperty.call(message, 'last4') && message.last4 !== '')
        writer.uint32(10).string(message.last4);
      if (message.brand != null && $Object.hasOwnProperty.call(message, 'brand') && message.brand !== '')
        writer.uint32(18).string(message.brand);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Card.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Card();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.last4 = value;
            else delete message.last4;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.brand = value;
            else delete message.brand;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Card;
  })();

  bench.Transfer = (function () {
    const Transfer = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Transfer.prototype.iban = '';

    Transfer.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.iban != null && $Object.hasOwnProperty.call(message, 'iban') && message.iban !== '')
        writer.uint32(10).string(message.iban);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Transfer.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Transfer();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.iban = value;
            else delete message.iban;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Transfer;
  })();

  bench.Created = (function () {
    const Created = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Created.prototype.by = '';

    Created.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.by != null && $Object.hasOwnProperty.call(message, 'by') && message.by !== '')
        writer.uint32(10).string(message.by);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Created.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Created();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.by = value;
            else delete message.by;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Created;
  })();

  bench.Paid = (function () {
    const Paid = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Paid.prototype.amount = 0;
    Paid.prototype.card = null;
    Paid.prototype.transfer = null;
    Paid.prototype.paidAt = 0;

    let $oneOfFields;

    $Object.defineProperty(Paid.prototype, 'means', {
      get: $util.oneOfGetter(($oneOfFields = ['card', 'transfer'])),
      set: $util.oneOfSetter($oneOfFields),
    });

    Paid.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.amount != null && $Object.hasOwnProperty.call(message, 'amount') && !$Object.is(message.amount, 0))
        writer.uint32(9).double(message.amount);
      if (message.card != null && $Object.hasOwnProperty.call(message, 'card'))
        $root.bench.Card.encode(message.card, writer.uint32(18).fork(), _depth + 1).ldelim();
      if (message.transfer != null && $Object.hasOwnProperty.call(message, 'transfer'))
        $root.bench.Transfer.encode(message.transfer, writer.uint32(26).fork(), _depth + 1).ldelim();
      if (message.paidAt != null && $Object.hasOwnProperty.call(message, 'paidAt') && !$Object.is(message.paidAt, 0))
        writer.uint32(33).double(message.paidAt);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Paid.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Paid();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.amount = value;
            else delete message.amount;
            continue;
          }
          case 2: {
            if (wireType !== 2) break;
            message.card = $root.bench.Card.decode(reader, reader.size(), $undefined, _depth + 1, message.card);
            message.means = 'card';
            continue;
          }
          case 3: {
            if (wireType !== 2) break;
            message.transfer = $root.bench.Transfer.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.transfer,
            );
            message.means = 'transfer';
            continue;
          }
          case 4: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.paidAt = value;
            else delete message.paidAt;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Paid;
  })();

  bench.Cancelled = (function () {
    const Cancelled = function (properties) {
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Cancelled.prototype.reason = '';

    Cancelled.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.reason != null && $Object.hasOwnProperty.call(message, 'reason') && message.reason !== '')
        writer.uint32(10).string(message.reason);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Cancelled.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Cancelled();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.reason = value;
            else delete message.reason;
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Cancelled;
  })();

  bench.Event = (function () {
    const Event = function (properties) {
      this.attributes = {};
      if (properties)
        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
          if (properties[keys[i]] != null && keys[i] !== '__proto__') this[keys[i]] = properties[keys[i]];
    };

    Event.prototype.id = '';
    Event.prototype.at = 0;
    Event.prototype.seqLow = 0;
    Event.prototype.seqHigh = 0;
    Event.prototype.attributes = $util.emptyObject;
    Event.prototype.payload = $util.newBuffer([]);
    Event.prototype.cancelled = null;
    Event.prototype.created = null;
    Event.prototype.paid = null;

    let $oneOfFields;

    $Object.defineProperty(Event.prototype, 'change', {
      get: $util.oneOfGetter(($oneOfFields = ['cancelled', 'created', 'paid'])),
      set: $util.oneOfSetter($oneOfFields),
    });

    Event.encode = function (message, writer, _depth) {
      if (!writer) writer = $Writer.create();
      if (_depth === $undefined) _depth = 0;
      if (_depth > $util.recursionLimit) throw $Error('max depth exceeded');
      if (message.id != null && $Object.hasOwnProperty.call(message, 'id') && message.id !== '')
        writer.uint32(10).string(message.id);
      if (message.at != null && $Object.hasOwnProperty.call(message, 'at') && !$Object.is(message.at, 0))
        writer.uint32(17).double(message.at);
      if (message.seqLow != null && $Object.hasOwnProperty.call(message, 'seqLow') && message.seqLow !== 0)
        writer.uint32(29).fixed32(message.seqLow);
      if (message.attributes != null && $Object.hasOwnProperty.call(message, 'attributes'))
        for (let keys = $Object.keys(message.attributes), i = 0; i < keys.length; ++i)
          writer.uint32(34).fork().uint32(10).string(keys[i]).uint32(17).double(message.attributes[keys[i]]).ldelim();
      if (message.payload != null && $Object.hasOwnProperty.call(message, 'payload') && message.payload.length)
        writer.uint32(42).bytes(message.payload);
      if (message.cancelled != null && $Object.hasOwnProperty.call(message, 'cancelled'))
        $root.bench.Cancelled.encode(message.cancelled, writer.uint32(50).fork(), _depth + 1).ldelim();
      if (message.created != null && $Object.hasOwnProperty.call(message, 'created'))
        $root.bench.Created.encode(message.created, writer.uint32(58).fork(), _depth + 1).ldelim();
      if (message.paid != null && $Object.hasOwnProperty.call(message, 'paid'))
        $root.bench.Paid.encode(message.paid, writer.uint32(66).fork(), _depth + 1).ldelim();
      if (message.seqHigh != null && $Object.hasOwnProperty.call(message, 'seqHigh') && message.seqHigh !== 0)
        writer.uint32(77).fixed32(message.seqHigh);
      if (message.$unknowns != null && $Object.hasOwnProperty.call(message, '$unknowns'))
        for (let i = 0; i < message.$unknowns.length; ++i) writer.raw(message.$unknowns[i]);
      return writer;
    };

    Event.decode = function (reader, length, _end, _depth, _target) {
      if (!(reader instanceof $Reader)) reader = $Reader.create(reader);
      if (_depth === $undefined) _depth = 0;
      if (_depth > $Reader.recursionLimit) throw $Error('max depth exceeded');
      let end, message, key, value;
      if (length === $undefined) end = reader.len;
      else {
        end = reader.pos + length;
        if (end > reader.len) throw $RangeError('index out of range');
        length = reader.len;
        reader.len = end;
      }
      message = _target || new $root.bench.Event();
      while (reader.pos < end) {
        let start = reader.pos;
        let tag = reader.tag();
        if (tag === _end) {
          _end = $undefined;
          break;
        }
        let wireType = tag & 7;
        switch ((tag >>>= 3)) {
          case 1: {
            if (wireType !== 2) break;
            if ((value = reader.stringVerify()).length) message.id = value;
            else delete message.id;
            continue;
          }
          case 2: {
            if (wireType !== 1) break;
            if (!$Object.is((value = reader.double()), 0)) message.at = value;
            else delete message.at;
            continue;
          }
          case 3: {
            if (wireType !== 5) break;
            if ((value = reader.fixed32())) message.seqLow = value;
            else delete message.seqLow;
            continue;
          }
          case 9: {
            if (wireType !== 5) break;
            if ((value = reader.fixed32())) message.seqHigh = value;
            else delete message.seqHigh;
            continue;
          }
          case 4: {
            if (wireType !== 2) break;
            if (message.attributes === $util.emptyObject) message.attributes = {};
            let end2 = reader.size() + reader.pos;
            if (end2 > reader.len) throw $RangeError('index out of range');
            reader.len = end2;
            key = '';
            value = 0;
            while (reader.pos < end2) {
              let tag2 = reader.tag();
              wireType = tag2 & 7;
              switch ((tag2 >>>= 3)) {
                case 1:
                  if (wireType !== 2) break;
                  key = reader.stringVerify();
                  continue;
                case 2:
                  if (wireType !== 1) break;
                  value = reader.double();
                  continue;
              }
              reader.skipType(wireType, _depth, tag2);
            }
            if (reader.pos !== end2) throw $RangeError('index out of range');
            reader.len = end;
            if (key === '__proto__') $util.makeProp(message.attributes, key);
            message.attributes[key] = value;
            continue;
          }
          case 5: {
            if (wireType !== 2) break;
            if ((value = reader.bytes()).length) message.payload = value;
            else delete message.payload;
            continue;
          }
          case 6: {
            if (wireType !== 2) break;
            message.cancelled = $root.bench.Cancelled.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.cancelled,
            );
            message.change = 'cancelled';
            continue;
          }
          case 7: {
            if (wireType !== 2) break;
            message.created = $root.bench.Created.decode(
              reader,
              reader.size(),
              $undefined,
              _depth + 1,
              message.created,
            );
            message.change = 'created';
            continue;
          }
          case 8: {
            if (wireType !== 2) break;
            message.paid = $root.bench.Paid.decode(reader, reader.size(), $undefined, _depth + 1, message.paid);
            message.change = 'paid';
            continue;
          }
        }
        reader.skipType(wireType, _depth, tag);
        if (!reader.discardUnknown) {
          $util.makeProp(message, '$unknowns', false);
          (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
        }
      }
      if (length !== $undefined) {
        if (reader.pos !== end) throw $RangeError('index out of range');
        reader.len = length;
      }
      if (_end !== $undefined) throw $Error('missing end group');
      return message;
    };

    return Event;
  })();

  return bench;
})());

export { $root as default };
