package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.waymark.gateway.contract.Binding;
import io.waymark.gateway.contract.Contracts;
import io.waymark.gateway.contract.Routes;
import io.waymark.gateway.openapi.OpenApi;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private final Contracts contracts = Contracts.load();
  private final Routes routes = Routes.of(contracts);
  private final JsonObject document = new OpenApi(contracts, routes, "1.2.3").document();

  @Test
  void everyAnnotatedMethodIsListedWithItsComment() {
    assertThat(routes.all()).hasSizeGreaterThan(15);
    for (Binding binding : routes.all()) {
      JsonObject operation = operation(binding);
      assertThat(operation.get("operationId").getAsString()).isEqualTo(binding.method().getName());
      assertThat(operation.get("description").getAsString())
          .as(binding.method().getFullName())
          .isNotBlank();
    }
  }

  @Test
  void operationIdsAreUnique() {
    assertThat(routes.all())
        .extracting(binding -> binding.method().getName())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyPathVariableIsARequiredParameter() {
    for (Binding binding : routes.all()) {
      Set<String> required = new HashSet<>();
      for (JsonElement one : operation(binding).getAsJsonArray("parameters")) {
        JsonObject parameter = one.getAsJsonObject();
        if (parameter.get("in").getAsString().equals("path")) {
          assertThat(parameter.get("required").getAsBoolean()).isTrue();
          required.add(parameter.get("name").getAsString());
        }
      }
      assertThat(required).isEqualTo(Set.copyOf(binding.path().variables()));
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Set<String> references = new HashSet<>();
    collect(document, references);

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      JsonObject found = document;
      for (String step : reference.substring(2).split("/", -1)) {
        assertThat(found.has(step)).as(reference).isTrue();
        found = found.getAsJsonObject(step);
      }
    }
  }

  @Test
  void queryParametersTakeShortNamesAndRepliesShowFullOnes() {
    String text = document.toString();

    assertThat(text)
        .contains("[\"ahead\",\"on_track\",\"at_risk\",\"off_track\",\"unknown\",\"suspended\"]");
    assertThat(text).contains("\"LIGHT_OFF_TRACK\"");
  }

  @Test
  void theCommentsOfTheContractsAreTheDescriptions() {
    JsonObject judgement =
        document
            .getAsJsonObject("components")
            .getAsJsonObject("schemas")
            .getAsJsonObject("waymark.indicator.v1.Judgement");

    assertThat(judgement.get("description").getAsString()).startsWith("The verdict on one subject");
    assertThat(
            judgement
                .getAsJsonObject("properties")
                .getAsJsonObject("binding")
                .get("description")
                .getAsString())
        .contains("约束性");
  }

  private JsonObject operation(Binding binding) {
    return document
        .getAsJsonObject("paths")
        .getAsJsonObject(binding.path().text())
        .getAsJsonObject(binding.verb().toLowerCase(Locale.ROOT));
  }

  private static void collect(JsonElement element, Set<String> references) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(one -> collect(one, references));
    } else if (element.isJsonObject()) {
      element
          .getAsJsonObject()
          .asMap()
          .forEach((name, value) -> {
            if (name.equals("$ref")) {
              references.add(value.getAsString());
            } else {
              collect(value, references);
            }
          });
    }
  }
}
