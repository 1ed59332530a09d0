package io.waymark.cli.text;

import io.waymark.proto.indicator.v1.Light;

/** A light as shape and word, with the colour that goes with it. */
public final class LightWords {
  private LightWords() {}

  /** For example "◆ 预警"; "-" for a light that is not stated. */
  public static Table.Cell cell(Light light, Words words) {
    return new Table.Cell(shape(light) + word(light, words), tone(light));
  }

  /** The colour of a light. */
  public static Tone tone(Light light) {
    return switch (light) {
      case LIGHT_AHEAD -> Tone.BLUE;
      case LIGHT_ON_TRACK -> Tone.GREEN;
      case LIGHT_AT_RISK -> Tone.YELLOW;
      case LIGHT_OFF_TRACK -> Tone.RED;
      case LIGHT_UNKNOWN, LIGHT_SUSPENDED -> Tone.GREY;
      case LIGHT_UNSPECIFIED, UNRECOGNIZED -> Tone.PLAIN;
    };
  }

  private static String shape(Light light) {
    return switch (light) {
      case LIGHT_AHEAD -> "▲ ";
      case LIGHT_ON_TRACK -> "● ";
      case LIGHT_AT_RISK -> "◆ ";
      case LIGHT_OFF_TRACK -> "■ ";
      case LIGHT_UNKNOWN -> "○ ";
      case LIGHT_SUSPENDED -> "‖ ";
      case LIGHT_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private static String word(Light light, Words words) {
    return switch (light) {
      case LIGHT_UNSPECIFIED, UNRECOGNIZED -> "-";
      case LIGHT_AHEAD,
          LIGHT_ON_TRACK,
          LIGHT_AT_RISK,
          LIGHT_OFF_TRACK,
          LIGHT_UNKNOWN,
          LIGHT_SUSPENDED ->
          words.get("light." + light.name());
    };
  }
}
