package io.waymark.gateway.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The errors that every route shares. */
final class Errors {
  private record Failing(String status, String name, String description, boolean onRead) {}

  private static final Failing[] ALL = {
    new Failing("400", "Invalid", "Every violation is named: field, value, expectation.", true),
    new Failing("401", "Unauthenticated", "A bearer token is missing or not valid.", true),
    new Failing(
        "403", "Forbidden", "The thing belongs to another bureau, whether or not it exists.", true),
    new Failing("404", "NotFound", "There is no such thing.", true),
    new Failing(
        "409",
        "Conflict",
        "It conflicts with what is recorded, such as a reused idempotency key.",
        false),
    new Failing("413", "TooLarge", "The body is larger than 4 MiB.", false),
    new Failing("503", "Away", "A service cannot be reached; the problem names it.", true),
    new Failing("504", "TooSlow", "A service took too long.", true),
  };

  private Errors() {}

  static void addTo(JsonObject responses, boolean reads) {
    for (Failing error : ALL) {
      if (error.onRead() || !reads) {
        responses.add(
            error.status(), OpenApi.object("$ref", "#/components/responses/" + error.name()));
      }
    }
  }

  static JsonObject responses() {
    JsonObject responses = new JsonObject();
    for (Failing error : ALL) {
      JsonObject response =
          OpenApi.content(
              "application/problem+json", OpenApi.object("$ref", "#/components/schemas/Problem"));
      response.addProperty("description", error.description());
      responses.add(error.name(), response);
    }
    return responses;
  }

  static JsonObject problemSchema() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("type", "A URN that names the kind of problem.");
    texts.put("title", "A short title in the reader's language.");
    texts.put("detail", "What was wrong, in a sentence.");
    texts.put("instance", "The path that was asked for.");
    texts.put("reason", "A stable word for programs, such as IDEMPOTENCY_KEY_REUSED.");
    texts.put("service", "The service that is away; only with 503.");
    JsonObject properties = texts(texts);
    JsonObject status = OpenApi.object("type", "integer");
    status.addProperty("description", "The HTTP status.");
    properties.add("status", status);
    properties.add("metadata", metadata());
    properties.add("violations", violations());
    return schema("Why a request was not answered (RFC 9457).", properties);
  }

  private static JsonObject violations() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("field", "Path of the field, such as percent_complete.");
    texts.put("value", "What was given.");
    texts.put("expectation", "What is expected, in the reader's language, such as 0..100.");
    texts.put(
        "reason", "A stable word for what is expected, such as BETWEEN; absent if there is none.");
    JsonObject list = OpenApi.object("type", "array");
    JsonObject properties = texts(texts);
    properties.add("metadata", metadata());
    list.add("items", schema("One thing that was wrong.", properties));
    return list;
  }

  private static JsonObject metadata() {
    JsonObject named = OpenApi.object("type", "object");
    named.addProperty("description", "What belongs to the reason, by name.");
    named.add("additionalProperties", OpenApi.object("type", "string"));
    return named;
  }

  private static JsonObject texts(Map<String, String> descriptions) {
    JsonObject properties = new JsonObject();
    descriptions.forEach((name, description) -> {
      JsonObject property = OpenApi.object("type", "string");
      property.addProperty("description", description);
      properties.add(name, property);
    });
    return properties;
  }

  private static JsonObject schema(String description, JsonObject properties) {
    JsonObject schema = OpenApi.object("type", "object");
    schema.addProperty("description", description);
    schema.add("properties", properties);
    return schema;
  }

  static JsonObject emptyList(String name) {
    JsonObject object = new JsonObject();
    object.add(name, new JsonArray());
    return object;
  }
}
