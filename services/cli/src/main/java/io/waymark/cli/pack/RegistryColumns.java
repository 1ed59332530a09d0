package io.waymark.cli.pack;

import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauLevel;
import io.waymark.proto.registry.v1.Contact;
import io.waymark.proto.registry.v1.Delegate;
import io.waymark.proto.registry.v1.FundingLine;
import io.waymark.proto.registry.v1.FundingSource;
import io.waymark.proto.registry.v1.Place;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectKind;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Provenance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The optional columns of bureaus and projects that only the registry reads, both ways. A cell that
 * holds several things separates them by semicolons, their parts by bars or a colon.
 */
final class RegistryColumns {
  static final Map<String, BureauLevel> LEVELS =
      Map.of(
          "city", BureauLevel.BUREAU_LEVEL_CITY,
          "district", BureauLevel.BUREAU_LEVEL_DISTRICT,
          "bureau", BureauLevel.BUREAU_LEVEL_BUREAU,
          "office", BureauLevel.BUREAU_LEVEL_OFFICE);

  static final Map<String, ProjectKind> KINDS =
      Map.of(
          "project", ProjectKind.PROJECT_KIND_PROJECT,
          "policy", ProjectKind.PROJECT_KIND_POLICY,
          "platform", ProjectKind.PROJECT_KIND_PLATFORM,
          "reform", ProjectKind.PROJECT_KIND_REFORM);

  static final Map<String, FundingSource> SOURCES =
      Map.of(
          "central-budget", FundingSource.FUNDING_SOURCE_CENTRAL_BUDGET,
          "provincial-budget", FundingSource.FUNDING_SOURCE_PROVINCIAL_BUDGET,
          "city-budget", FundingSource.FUNDING_SOURCE_CITY_BUDGET,
          "district-budget", FundingSource.FUNDING_SOURCE_DISTRICT_BUDGET,
          "special-bond", FundingSource.FUNDING_SOURCE_SPECIAL_BOND,
          "bank-loan", FundingSource.FUNDING_SOURCE_BANK_LOAN,
          "enterprise", FundingSource.FUNDING_SOURCE_ENTERPRISE,
          "private-capital", FundingSource.FUNDING_SOURCE_PRIVATE_CAPITAL,
          "other", FundingSource.FUNDING_SOURCE_OTHER);

  private static final String AMOUNT = "\\d{1,12}(\\.\\d{1,8})?";

  /** In an optional cell of a bureau: nothing, whatever the registry holds. */
  private static final String CLEARED = "/";

  private static final List<String> CLEARABLE =
      List.of("parent_bureau_id", "language", "level", "contacts", "languages", "delegates");

  private RegistryColumns() {}

  static boolean isCleared(String text) {
    return text.equals(CLEARED);
  }

  /** True if an empty cell of this column leaves what the registry holds. */
  static boolean isKept(Sheet sheet, String column) {
    return sheet == Sheet.BUREAUS && CLEARABLE.contains(column);
  }

  /** The fields of a bureau that the row empties. */
  static List<String> cleared(Row row) {
    return CLEARABLE.stream().filter(column -> isCleared(row.text(column))).toList();
  }

  /** The things of a cell; none where it empties the field. */
  private static List<String> listed(Row row, String column) {
    return isCleared(row.text(column)) ? List.of() : row.list(column);
  }

  /** The part of a bureau that stands in these columns. */
  static Bureau bureau(Row row) {
    Bureau.Builder bureau =
        Bureau.newBuilder()
            .setLevel(
                isCleared(row.text("level"))
                    ? BureauLevel.BUREAU_LEVEL_UNSPECIFIED
                    : row.optionalChoice("level", LEVELS, BureauLevel.BUREAU_LEVEL_UNSPECIFIED))
            .addAllLanguages(listed(row, "languages"));
    if (!Vocabulary.LANGUAGES.keySet().containsAll(listed(row, "languages"))) {
      row.error("languages", Expectation.oneOf(Vocabulary.LANGUAGES.keySet()));
    }
    for (String one : listed(row, "contacts")) {
      List<String> parts = parts(one, 4);
      if (parts.isEmpty() || parts.getFirst().isEmpty()) {
        row.error(
            "contacts",
            new Expectation("姓名|职务|邮箱|电话，用分号分隔", "name|role|mail|phone, semicolons between"));
      } else {
        bureau.addContacts(
            Contact.newBuilder()
                .setName(parts.get(0))
                .setRole(parts.get(1))
                .setEmail(parts.get(2))
                .setPhone(parts.get(3)));
      }
    }
    listed(row, "delegates").forEach(one -> bureau.addDelegates(delegate(row, one)));
    return bureau.build();
  }

  private static Delegate delegate(Row row, String text) {
    List<String> parts = parts(text, 5);
    if (parts.isEmpty() || !parts.get(2).matches("\\d{4}-\\d{2}-\\d{2}")) {
      row.error(
          "delegates",
          new Expectation(
              "姓名|邮箱|起|止|事由，或 @单位||起|止|事由，用分号分隔",
              "name|mail|from|until|reason, or @bureau||from|until|reason, semicolons between"));
      return Delegate.getDefaultInstance();
    }
    Delegate.Builder delegate =
        Delegate.newBuilder()
            .setEmail(parts.get(1))
            .setFrom(parts.get(2))
            .setUntil(parts.get(3))
            .setReason(parts.get(4));
    return parts.get(0).startsWith("@")
        ? delegate.setBureauId(parts.get(0).substring(1)).build()
        : delegate.setName(parts.get(0)).build();
  }

  /** So many parts, the missing ones empty; none at all if there are more. */
  private static List<String> parts(String text, int count) {
    List<String> parts = Stream.of(text.split("\\|", -1)).map(String::strip).toList();
    return parts.size() > count
        ? List.of()
        : Stream.concat(parts.stream(), Stream.generate(() -> "")).limit(count).toList();
  }

  /** The part of a project that stands in these columns. */
  static Project project(Row row) {
    Project.Builder project =
        Project.newBuilder()
            .setKind(row.optionalChoice("kind", KINDS, ProjectKind.PROJECT_KIND_PROJECT))
            .setParentProjectId(row.optionalId("parent_project_id"))
            .setBudget(row.decimal("budget").map(RegistryColumns::plain).orElse(""));
    Place.Builder place = Place.newBuilder().setDistrict(row.optionalId("district"));
    if (!row.text("address_zh").isEmpty() || !row.text("address_en").isEmpty()) {
      place.setAddress(
          LocalizedText.newBuilder().setZh(row.text("address_zh")).setEn(row.text("address_en")));
    }
    row.decimal("latitude").ifPresent(north -> place.setLatitude(north.doubleValue()));
    row.decimal("longitude").ifPresent(east -> place.setLongitude(east.doubleValue()));
    if (place.hasLatitude() != place.hasLongitude()) {
      row.error(
          place.hasLatitude() ? "longitude" : "latitude",
          new Expectation("经纬度同时填写", "both coordinates or none"));
    }
    if (!place.build().equals(Place.getDefaultInstance())) {
      project.setPlace(place);
    }
    boolean assumed = row.assumed().contains("funding");
    row.list("funding").forEach(one -> project.addFunding(line(row, one, assumed)));
    return project.build();
  }

  private static FundingLine line(Row row, String text, boolean assumed) {
    int colon = text.indexOf(':');
    FundingSource source = colon < 0 ? null : SOURCES.get(text.substring(0, colon).strip());
    String amount = text.substring(colon + 1).strip();
    if (source == null || !amount.matches(AMOUNT)) {
      List<String> words = SOURCES.keySet().stream().sorted().toList();
      row.error(
          "funding",
          new Expectation(
              "来源:金额（亿元），用分号分隔；来源为 " + String.join("、", words),
              "source:amount (1e8 CNY), semicolons between; sources are "
                  + String.join(", ", words)));
      return FundingLine.getDefaultInstance();
    }
    return FundingLine.newBuilder()
        .setSource(source)
        .setAmount(plain(new BigDecimal(amount)))
        .setProvenance(assumed ? Provenance.PROVENANCE_ASSUMED : Provenance.PROVENANCE_PUBLISHED)
        .build();
  }

  /** Writes the columns of a bureau. */
  static void write(Bureau bureau, Map<String, String> row) {
    row.put("level", Vocabulary.word(LEVELS, bureau.getLevel()));
    row.put("languages", String.join(";", bureau.getLanguagesList()));
    row.put(
        "contacts",
        bureau.getContactsList().stream()
            .map(c -> joined(c.getName(), c.getRole(), c.getEmail(), c.getPhone()))
            .collect(Collectors.joining(";")));
    row.put(
        "delegates",
        bureau.getDelegatesList().stream()
            .map(d ->
                joined(
                    d.getBureauId().isEmpty() ? d.getName() : "@" + d.getBureauId(),
                    d.getEmail(),
                    d.getFrom(),
                    d.getUntil(),
                    d.getReason()))
            .collect(Collectors.joining(";")));
  }

  /** Writes the columns of a project. */
  static void write(Project project, Map<String, String> row) {
    row.put("kind", Vocabulary.word(KINDS, project.getKind()));
    row.put("parent_project_id", project.getParentProjectId());
    row.put("district", project.getPlace().getDistrict());
    row.put("address_zh", project.getPlace().getAddress().getZh());
    row.put("address_en", project.getPlace().getAddress().getEn());
    if (project.getPlace().hasLatitude()) {
      row.put("latitude", plain(BigDecimal.valueOf(project.getPlace().getLatitude())));
      row.put("longitude", plain(BigDecimal.valueOf(project.getPlace().getLongitude())));
    }
    row.put("budget", project.getBudget());
    row.put(
        "funding",
        project.getFundingList().stream()
            .map(line -> Vocabulary.word(SOURCES, line.getSource()) + ":" + line.getAmount())
            .collect(Collectors.joining(";")));
  }

  /**
   * A cell of these columns in the form in which it is written back; others as they are. An empty
   * end of what bars divide says nothing, and neither does the ordinary kind.
   */
  static String canonical(String column, String text) {
    return switch (column) {
      case "kind" -> text.equals("project") ? "" : text;
      case "budget", "latitude", "longitude" ->
          text.matches("-?" + AMOUNT) ? plain(new BigDecimal(text)) : text;
      case "contacts", "delegates" ->
          Stream.of(text.split(";", -1))
              .map(one -> joined(one.split("\\|", -1)))
              .collect(Collectors.joining(";"));
      case "funding" ->
          Stream.of(text.split(";", -1))
              .map(RegistryColumns::canonicalLine)
              .collect(Collectors.joining(";"));
      default -> text;
    };
  }

  private static String canonicalLine(String line) {
    int colon = line.indexOf(':');
    String amount = line.substring(colon + 1).strip();
    return colon > 0 && amount.matches(AMOUNT)
        ? line.substring(0, colon).strip() + ":" + plain(new BigDecimal(amount))
        : line;
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .map(String::strip)
        .collect(Collectors.joining("|"))
        .replaceFirst("\\|+$", "");
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
