package io.waymark.alerting.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes JSON. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that is no JSON", e);
    }
  }

  /** Everything that a text of JSON says in words, one after the other. */
  static String words(String text) {
    StringBuilder words = new StringBuilder();
    collect(read(text), words);
    return words.toString();
  }

  private static void collect(JsonNode node, StringBuilder words) {
    if (node.isTextual()) {
      words.append(node.textValue()).append('\n');
    }
    node.forEach(child -> collect(child, words));
  }

  /** What a text says; a missing node if it is no JSON. */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    }
  }
}
