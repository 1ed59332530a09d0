package io.waymark.gateway.openapi;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.waymark.gateway.contract.Binding;
import io.waymark.gateway.contract.Contracts;
import io.waymark.gateway.contract.Routes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Writes the OpenAPI 3.1 document of all REST routes; the contracts' comments are its descriptions.
 */
public final class OpenApi {
  private final Contracts contracts;
  private final Routes routes;
  private final String version;
  private final Schemas schemas;

  public OpenApi(Contracts contracts, Routes routes, String version) {
    this.contracts = contracts;
    this.routes = routes;
    this.version = version;
    this.schemas = new Schemas(contracts.comments());
  }

  /** The whole document. */
  public JsonObject document() {
    JsonObject document = new JsonObject();
    document.addProperty("openapi", "3.1.0");
    document.add("info", info());
    document.add("servers", list(object("url", "/")));
    document.add("tags", tags());
    JsonObject paths = paths();
    document.add("paths", paths);
    JsonObject components = new JsonObject();
    schemas.add("Problem", Errors.problemSchema());
    components.add("schemas", schemas.all());
    components.add("responses", Errors.responses());
    components.add("securitySchemes", securitySchemes());
    document.add("components", components);
    return document;
  }

  private JsonObject info() {
    JsonObject info = object("title", "Waymark");
    info.addProperty("version", version);
    info.addProperty(
        "description",
        "Progress monitoring for multi-year plans. Dates are ISO text, figures are decimal text, instants are"
            + " RFC 3339. Query parameters take enum values by their short name, such as off_track. Reading needs no"
            + " token at this door; changing needs a bearer token.");
    return info;
  }

  private JsonArray tags() {
    JsonArray tags = new JsonArray();
    for (ServiceDescriptor service : contracts.services()) {
      JsonObject tag = object("name", service.getName());
      tag.addProperty("description", contracts.comments().about(service));
      tags.add(tag);
    }
    return tags;
  }

  private JsonObject paths() {
    JsonObject paths = new JsonObject();
    List<Binding> sorted =
        routes.all().stream()
            .sorted(Comparator.comparing(binding -> binding.path().text()))
            .toList();
    for (Binding binding : sorted) {
      String path = binding.path().text();
      if (!paths.has(path)) {
        paths.add(path, new JsonObject());
      }
      paths.getAsJsonObject(path).add(binding.verb().toLowerCase(Locale.ROOT), operation(binding));
    }
    return paths;
  }

  private JsonObject operation(Binding binding) {
    JsonObject operation = new JsonObject();
    operation.addProperty("operationId", binding.method().getName());
    operation.add("tags", list(binding.method().getService().getName()));
    String comment = contracts.comments().about(binding.method());
    operation.addProperty("summary", comment.replaceAll("(?s)\\. .*", "."));
    operation.addProperty("description", comment);
    operation.add("parameters", parameters(binding));
    if (binding.wholeBody()) {
      operation.add("requestBody", requestBody(binding));
    }
    operation.add("responses", responses(binding));
    operation.add("security", security(binding));
    return operation;
  }

  private JsonArray parameters(Binding binding) {
    JsonArray parameters = new JsonArray();
    List<String> inPath = binding.path().variables();
    Descriptor input = binding.method().getInputType();
    for (FieldDescriptor field : input.getFields()) {
      boolean bound = inPath.contains(field.getName());
      if (bound || !binding.wholeBody()) {
        parameters.add(parameter(field, bound));
      }
    }
    if (binding.wholeBody() && input.findFieldByName("idempotency_key") != null) {
      JsonObject header = object("name", "Idempotency-Key");
      header.addProperty("in", "header");
      header.addProperty("description", "Fills idempotency_key if the body leaves it empty.");
      header.add("schema", object("type", "string"));
      parameters.add(header);
    }
    return parameters;
  }

  private JsonObject parameter(FieldDescriptor field, boolean inPath) {
    JsonObject parameter = object("name", field.getName());
    parameter.addProperty("in", inPath ? "path" : "query");
    parameter.addProperty("required", inPath);
    parameter.addProperty("description", contracts.comments().about(field));
    parameter.add("schema", schemas.ofParameter(field));
    return parameter;
  }

  private JsonObject requestBody(Binding binding) {
    JsonObject body = content("application/json", schemas.ofBody(binding));
    body.addProperty("required", true);
    return body;
  }

  private JsonObject responses(Binding binding) {
    JsonObject ok =
        content("application/json", schemas.reference(binding.method().getOutputType()));
    String comment = contracts.comments().about(binding.method().getOutputType());
    ok.addProperty("description", comment.isEmpty() ? "The reply." : comment);
    JsonObject responses = new JsonObject();
    responses.add("200", ok);
    Errors.addTo(responses, binding.reads());
    return responses;
  }

  private static JsonArray security(Binding binding) {
    JsonArray security = list(Errors.emptyList("bearer"));
    if (binding.changesNothing()) {
      security.add(new JsonObject());
    }
    return security;
  }

  private static JsonObject securitySchemes() {
    JsonObject bearer = object("type", "http");
    bearer.addProperty("scheme", "bearer");
    bearer.addProperty("bearerFormat", "JWT");
    JsonObject schemes = new JsonObject();
    schemes.add("bearer", bearer);
    return schemes;
  }

  static JsonObject content(String type, JsonObject schema) {
    JsonObject media = new JsonObject();
    media.add("schema", schema);
    JsonObject byType = new JsonObject();
    byType.add(type, media);
    JsonObject content = new JsonObject();
    content.add("content", byType);
    return content;
  }

  static JsonObject object(String name, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }

  private static JsonArray list(JsonObject one) {
    JsonArray list = new JsonArray();
    list.add(one);
    return list;
  }

  private static JsonArray list(String one) {
    JsonArray list = new JsonArray();
    list.add(one);
    return list;
  }
}
