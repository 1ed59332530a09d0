package io.waymark.gateway.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.waymark.gateway.contract.Binding;
import io.waymark.gateway.contract.Comments;
import io.waymark.gateway.contract.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of the messages that routes use, as they look in JSON. */
final class Schemas {
  private final Comments comments;
  private final Map<String, JsonObject> byName = new TreeMap<>();

  Schemas(Comments comments) {
    this.comments = comments;
  }

  void add(String name, JsonObject schema) {
    byName.put(name, schema);
  }

  JsonObject all() {
    JsonObject all = new JsonObject();
    byName.forEach(all::add);
    return all;
  }

  /** A reference to a message's schema, which is written on the way. */
  JsonObject reference(Descriptor type) {
    String name = type.getFullName();
    if (!byName.containsKey(name)) {
      byName.put(name, new JsonObject()); // Holds the place while a message refers to itself.
      byName.put(name, message(type, type.getFields()));
    }
    return OpenApi.object("$ref", "#/components/schemas/" + name);
  }

  /** The body of a route: the request without what the path says already. */
  JsonObject ofBody(Binding binding) {
    List<String> inPath = binding.path().variables();
    Descriptor type = binding.method().getInputType();
    return message(
        type,
        type.getFields().stream().filter(field -> !inPath.contains(field.getName())).toList());
  }

  JsonObject ofParameter(FieldDescriptor field) {
    JsonObject one =
        field.getJavaType() == FieldDescriptor.JavaType.ENUM
            ? names(Fields.shortNames(field.getEnumType()))
            : single(field);
    return field.isRepeated() ? listOf(one) : one;
  }

  private JsonObject message(Descriptor type, List<FieldDescriptor> fields) {
    JsonObject schema = OpenApi.object("type", "object");
    schema.addProperty("description", comments.about(type));
    JsonObject properties = new JsonObject();
    for (FieldDescriptor field : fields) {
      JsonObject property = field.isRepeated() ? listOf(single(field)) : single(field);
      property.addProperty("description", comments.about(field));
      properties.add(field.getName(), property);
    }
    schema.add("properties", properties);
    return schema;
  }

  private JsonObject single(FieldDescriptor field) {
    if (Fields.isTimestamp(field)) {
      return formatted("string", "date-time");
    }
    return switch (field.getJavaType()) {
      case MESSAGE -> reference(field.getMessageType());
      case ENUM -> reference(field.getEnumType());
      case BOOLEAN -> OpenApi.object("type", "boolean");
      case INT -> formatted("integer", "int32");
      case LONG -> formatted("string", "int64");
      case FLOAT, DOUBLE -> formatted("number", "double");
      case STRING -> OpenApi.object("type", "string");
      case BYTE_STRING -> formatted("string", "byte");
    };
  }

  private JsonObject reference(EnumDescriptor type) {
    byName.computeIfAbsent(
        type.getFullName(),
        _ -> {
          JsonObject schema =
              names(type.getValues().stream().map(value -> value.getName()).toList());
          schema.addProperty("description", describe(type));
          return schema;
        });
    return OpenApi.object("$ref", "#/components/schemas/" + type.getFullName());
  }

  private String describe(EnumDescriptor type) {
    StringBuilder text = new StringBuilder(comments.about(type));
    type.getValues()
        .forEach(value ->
            text.append("\n- ").append(value.getName()).append(": ").append(comments.about(value)));
    return text.toString();
  }

  private static JsonObject names(List<String> values) {
    JsonObject schema = OpenApi.object("type", "string");
    JsonArray names = new JsonArray();
    values.forEach(names::add);
    schema.add("enum", names);
    return schema;
  }

  private static JsonObject listOf(JsonObject items) {
    JsonObject schema = OpenApi.object("type", "array");
    schema.add("items", items);
    return schema;
  }

  private static JsonObject formatted(String type, String format) {
    JsonObject schema = OpenApi.object("type", type);
    schema.addProperty("format", format);
    return schema;
  }
}
