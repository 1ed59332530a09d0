package io.waymark.gateway.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.waymark.refusals.Expected;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Query parameters as a JSON object, so that one check serves the query and the body. */
final class QueryParameters {
  private QueryParameters() {}

  static JsonObject toJson(Descriptor type, Map<String, String[]> parameters, Faults faults) {
    JsonObject json = new JsonObject();
    parameters.forEach((name, values) -> add(type, json, name, List.of(values), faults));
    return json;
  }

  private static void add(
      Descriptor type, JsonObject json, String name, List<String> values, Faults faults) {
    FieldDescriptor field = type.findFieldByName(name);
    List<String> stated = values.stream().filter(value -> !value.isEmpty()).toList();
    if (field == null) {
      json.addProperty(name, String.join(",", values)); // The check names it as unknown.
    } else if (field.isRepeated()) {
      JsonArray list = new JsonArray();
      stated.stream()
          .flatMap(value -> Stream.of(value.split(",")))
          .forEach(value -> list.add(element(field, value)));
      json.add(name, list);
    } else if (values.size() > 1) {
      faults.add(name, String.join(", ", values), Expected.ONE_VALUE.with());
    } else if (!stated.isEmpty()) {
      json.add(name, element(field, stated.getFirst()));
    }
  }

  private static JsonElement element(FieldDescriptor field, String text) {
    boolean truth = field.getJavaType() == FieldDescriptor.JavaType.BOOLEAN;
    return truth && (text.equals("true") || text.equals("false"))
        ? new JsonPrimitive(Boolean.valueOf(text))
        : new JsonPrimitive(text);
  }
}
