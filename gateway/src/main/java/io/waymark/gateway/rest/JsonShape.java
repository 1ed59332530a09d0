package io.waymark.gateway.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.waymark.gateway.contract.Fields;
import io.waymark.refusals.Expectation;
import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks a JSON object against a message and rewrites it for protobuf's own reader: enum values by
 * their full names, timestamps in UTC. Protobuf's reader stops at the first fault and names no
 * field; a caller wants them all at once.
 */
final class JsonShape {
  private final Faults faults;

  JsonShape(Faults faults) {
    this.faults = faults;
  }

  /** The rewritten object; whatever is wrong with it is added to the faults. */
  JsonObject check(Descriptor type, JsonObject given, String prefix) {
    JsonObject checked = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : given.entrySet()) {
      String path = prefix + entry.getKey();
      FieldDescriptor field = find(type, entry.getKey());
      if (field == null) {
        faults.add(path, entry.getValue(), Expected.ONE_OF.with(names(type)));
      } else if (!entry.getValue().isJsonNull()) {
        checked.add(field.getName(), checkField(field, entry.getValue(), path));
      }
    }
    return checked;
  }

  private static @org.jspecify.annotations.Nullable FieldDescriptor find(
      Descriptor type, String name) {
    return type.getFields().stream()
        .filter(field -> field.getName().equals(name) || field.getJsonName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static String names(Descriptor type) {
    return type.getFields().stream()
        .map(FieldDescriptor::getName)
        .collect(Collectors.joining(", "));
  }

  private JsonElement checkField(FieldDescriptor field, JsonElement value, String path) {
    if (!field.isRepeated()) {
      return checkValue(field, value, path);
    }
    if (!value.isJsonArray()) {
      faults.add(path, value, Expected.LIST.with());
      return value;
    }
    JsonArray checked = new JsonArray();
    for (int i = 0; i < value.getAsJsonArray().size(); i++) {
      checked.add(checkValue(field, value.getAsJsonArray().get(i), path + "[" + i + "]"));
    }
    return checked;
  }

  private JsonElement checkValue(FieldDescriptor field, JsonElement value, String path) {
    if (Fields.isTimestamp(field)) {
      return checkInstant(value, path);
    }
    return switch (field.getJavaType()) {
      case MESSAGE -> checkMessage(field, value, path);
      case ENUM -> checkEnum(field, value, path);
      case BOOLEAN -> expect(isBoolean(value), value, path, Expected.TRUE_OR_FALSE.with());
      case INT -> expect(isInteger(value, 31), value, path, Expected.WHOLE_NUMBER.with());
      case LONG -> expect(isInteger(value, 63), value, path, Expected.WHOLE_NUMBER.with());
      case FLOAT, DOUBLE -> expect(number(value).isPresent(), value, path, Expected.NUMBER.with());
      // A decimal such as 590.0 may be written as a number: its digits are kept as they are.
      case STRING ->
          expect(
              value.isJsonPrimitive() && !isBoolean(value),
              asText(value),
              path,
              Expected.TEXT.with());
      case BYTE_STRING -> expect(value.isJsonPrimitive(), value, path, Expected.BASE64.with());
    };
  }

  private JsonElement expect(
      boolean fits, JsonElement value, String path, Expectation expectation) {
    if (!fits) {
      faults.add(path, value, expectation);
    }
    return value;
  }

  private JsonElement checkMessage(FieldDescriptor field, JsonElement value, String path) {
    if (value.isJsonObject()) {
      return check(field.getMessageType(), value.getAsJsonObject(), path + ".");
    }
    return expect(false, value, path, Expected.OBJECT_WITH.with(names(field.getMessageType())));
  }

  private JsonElement checkEnum(FieldDescriptor field, JsonElement value, String path) {
    Optional<EnumValueDescriptor> known =
        value.isJsonPrimitive()
            ? Fields.valueOf(field.getEnumType(), value.getAsString())
            : Optional.empty();
    if (known.isPresent()) {
      return new JsonPrimitive(known.get().getName());
    }
    return expect(
        false,
        value,
        path,
        Expected.ONE_OF.with(String.join(", ", Fields.shortNames(field.getEnumType()))));
  }

  private JsonElement checkInstant(JsonElement value, String path) {
    try {
      if (value.isJsonPrimitive()) {
        return new JsonPrimitive(OffsetDateTime.parse(value.getAsString()).toInstant().toString());
      }
    } catch (DateTimeException _) {
      // Falls through to the fault: the text is no instant.
    }
    return expect(false, value, path, Expected.INSTANT_TEXT.with());
  }

  private static boolean isBoolean(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
  }

  private static JsonElement asText(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
        ? new JsonPrimitive(value.getAsString())
        : value;
  }

  private static boolean isInteger(JsonElement value, int bits) {
    return number(value)
        .filter(number -> number.signum() == 0 || number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.precision() - number.scale() <= 20)
        .filter(number -> number.toBigInteger().bitLength() <= bits)
        .isPresent();
  }

  private static Optional<BigDecimal> number(JsonElement value) {
    if (!value.isJsonPrimitive() || isBoolean(value) || value.getAsString().length() > 400) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(value.getAsString()))
          .filter(n -> Double.isFinite(n.doubleValue()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
