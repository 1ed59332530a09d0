package io.waymark.gateway.fake;

import io.waymark.proto.type.v1.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** One line of the made-up city: an indicator with its target, or a project. */
record Subject(
    boolean project,
    String id,
    LocalizedText name,
    String category,
    LocalizedText unit,
    String comparator,
    boolean down,
    String target,
    String base) {

  static List<Subject> all() {
    try (InputStream in =
        Objects.requireNonNull(Subject.class.getResourceAsStream("/fake-city/subjects.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Subject::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Subject parse(String line) {
    String[] cell = line.split("\t", -1);
    return new Subject(
        cell[0].equals("project"),
        cell[1],
        text(cell[2], cell[3]),
        cell[4],
        text(cell[5], cell[6]),
        cell[8],
        cell[9].equals("down"),
        cell[10],
        cell[11]);
  }

  static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }

  String subjectId() {
    return project ? id : id + "-2030";
  }

  /** The same numbers for the same subject, every time. */
  SplittableRandom random() {
    return new SplittableRandom(id.chars().asLongStream().reduce(17, (a, b) -> a * 31 + b));
  }

  String bureau() {
    return switch (category) {
      case "transport", "metro", "rail", "road", "bridge", "port", "waterway", "airport" ->
          "transport";
      case "water",
          "drainage",
          "pumping-station",
          "waterworks",
          "sewage",
          "flood-control",
          "reservoir",
          "lake-restoration" ->
          "water";
      case "industry", "industrial-park", "digital" -> "industry";
      case "culture", "sport" -> "culture";
      case "ecology" -> "ecology";
      default -> "plan-office";
    };
  }

  LocalizedText bureauName() {
    return switch (bureau()) {
      case "transport" -> text("市交通运输局", "Transport Bureau");
      case "water" -> text("市水务局", "Water Affairs Bureau");
      case "industry" -> text("市经信局", "Economy and Information Bureau");
      case "culture" -> text("市文化和旅游局", "Culture and Tourism Bureau");
      case "ecology" -> text("市生态环境局", "Ecology and Environment Bureau");
      default -> text("市发展改革委", "Development and Reform Commission");
    };
  }
}
