package io.waymark.cli.status;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is wrong from a service's readiness page (parts) or the gateway's health page (nested
 * components): in the words of the page where it has some, else by the part's name.
 */
final class HealthPage {
  private HealthPage() {}

  /** For example "database: connection refused"; empty if the page names nothing. */
  static List<String> causes(String page) {
    List<String> causes = new ArrayList<>();
    try {
      if (JsonParser.parseString(page) instanceof JsonObject health) {
        parts(health, causes);
        components(health, causes);
      }
    } catch (JsonParseException e) {
      return List.of(); // a page of somebody else's making: its status has to do
    }
    return causes;
  }

  private static void parts(JsonObject health, List<String> causes) {
    if (health.get("parts") instanceof JsonArray parts) {
      for (JsonElement element : parts) {
        if (element instanceof JsonObject part && part.has("cause")) {
          causes.add(
              part.has("text")
                  ? text(part.get("text"))
                  : text(part.get("name")) + ": " + text(part.get("cause")));
        }
      }
    }
  }

  private static void components(JsonObject health, List<String> causes) {
    if (health.get("components") instanceof JsonObject components) {
      for (Map.Entry<String, JsonElement> entry : components.entrySet()) {
        if (entry.getValue() instanceof JsonObject component && isDown(component)) {
          component(entry.getKey(), component, causes);
        }
      }
    }
  }

  private static void component(String name, JsonObject component, List<String> causes) {
    if (component.has("components")) {
      components(component, causes);
    } else {
      causes.add(
          component.get("details") instanceof JsonObject details && details.has("reason")
              ? text(details.get("cause"))
              : name + ": " + detail(component));
    }
  }

  private static boolean isDown(JsonObject component) {
    String status = text(component.get("status"));
    return status.equals("DOWN") || status.equals("OUT_OF_SERVICE");
  }

  private static String detail(JsonObject component) {
    if (component.get("details") instanceof JsonObject details && !details.isEmpty()) {
      return text(details.entrySet().iterator().next().getValue());
    }
    return text(component.get("status"));
  }

  private static String text(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "-";
  }
}
