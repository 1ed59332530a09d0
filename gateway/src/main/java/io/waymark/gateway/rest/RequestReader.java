package io.waymark.gateway.rest;

import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.waymark.gateway.contract.Binding;
import io.waymark.refusals.Expected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a message of a request: path variables, query parameters, body, and the Idempotency-Key
 * header.
 */
final class RequestReader {
  private static final String KEY_FIELD = "idempotency_key";

  private RequestReader() {}

  static DynamicMessage read(
      Binding binding, Map<String, String> variables, HttpServletRequest request)
      throws IOException {
    Descriptor type = binding.method().getInputType();
    Faults faults = new Faults();
    JsonObject given =
        binding.wholeBody()
            ? JsonBody.read(request)
            : QueryParameters.toJson(type, request.getParameterMap(), faults);
    JsonObject checked = new JsonShape(faults).check(type, given, "");
    variables.forEach((name, value) -> bind(checked, name, value, faults));
    Optional.ofNullable(request.getHeader("Idempotency-Key"))
        .ifPresent(key -> fillKey(type, checked, key));
    faults.throwIfAny();
    return toMessage(type, checked);
  }

  private static void bind(JsonObject json, String name, String value, Faults faults) {
    if (json.has(name) && !Faults.given(json.get(name)).equals(value)) {
      faults.add(name, json.get(name), Expected.AS_IN_PATH.with(value));
    }
    json.addProperty(name, value);
  }

  private static void fillKey(Descriptor type, JsonObject json, String key) {
    boolean empty = !json.has(KEY_FIELD) || Faults.given(json.get(KEY_FIELD)).isEmpty();
    if (empty && type.findFieldByName(KEY_FIELD) != null) {
      json.addProperty(KEY_FIELD, key);
    }
  }

  private static DynamicMessage toMessage(Descriptor type, JsonObject json) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    try {
      JsonFormat.parser().merge(json.toString(), builder);
      return builder.build();
    } catch (InvalidProtocolBufferException e) {
      String message = Optional.ofNullable(e.getMessage()).orElse("unreadable");
      throw new ProblemException(
          Problem.invalid(
              List.of(new Fault("body", message, Expected.MESSAGE.with(type.getFullName())))));
    }
  }
}
