package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks what a report says besides its figures: kinds of obstacles, attachments, milestones. */
final class AnnexRules {
  static final int MOST_ATTACHMENTS = 20;
  private static final int MOST_MILESTONES = 100;
  private static final int LONGEST_URL = 2000;
  private static final int LONGEST_NAME = 200;
  private static final long LARGEST = 1L << 40;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Faults faults;

  AnnexRules(Faults faults) {
    this.faults = faults;
  }

  /**
   * Reads an annex.
   *
   * @param obstacle the words about obstacles
   * @param schedule where milestones are named
   */
  ReportAnnex read(ReportAnnexDraft draft, String obstacle, List<SchedulePoint> schedule) {
    return new ReportAnnex(
        kinds(draft.obstacleKinds(), obstacle),
        attachments(draft.attachments()),
        milestones(draft.milestonesReached(), schedule));
  }

  private List<ObstacleKind> kinds(List<String> words, String obstacle) {
    Set<ObstacleKind> kinds = EnumSet.noneOf(ObstacleKind.class);
    for (int i = 0; i < words.size(); i++) {
      String field = "obstacle_kinds[" + i + "]";
      if (words.get(i).isEmpty()) {
        faults.add(field, "", Expected.ONE_OF.with(Fields.names(List.of(ObstacleKind.values()))));
        continue;
      }
      ObstacleKind kind =
          new Fields(faults)
              .choice(field, words.get(i), ObstacleKind.OTHER, EnumSet.allOf(ObstacleKind.class));
      kinds.add(kind);
      if (words.indexOf(words.get(i)) < i) {
        faults.add(field, words.get(i), Expected.ONCE.with());
      }
    }
    if (words.contains(ObstacleKind.OTHER.name()) && obstacle.isBlank()) {
      faults.add("obstacle", "", Expected.OBSTACLE_WORDS.with());
    }
    return List.copyOf(kinds);
  }

  private List<Attachment> attachments(List<Attachment> drafts) {
    if (drafts.size() > MOST_ATTACHMENTS) {
      faults.add(
          "attachments",
          Integer.toString(drafts.size()),
          Expected.AT_MOST_ITEMS.with(MOST_ATTACHMENTS));
      return List.of();
    }
    List<Attachment> read = new ArrayList<>(drafts.size());
    Set<String> urls = new HashSet<>();
    for (int i = 0; i < drafts.size(); i++) {
      Faults here = faults.at("attachments[" + i + "]");
      Attachment draft = drafts.get(i);
      if (!urls.add(draft.url())) {
        here.add("url", draft.url(), Expected.ONCE.with());
      }
      read.add(attachment(here, draft));
    }
    return read;
  }

  private static Attachment attachment(Faults here, Attachment draft) {
    if (!isAddress(draft.url())) {
      here.add("url", draft.url(), Expected.ATTACHMENT_URL.with(LONGEST_URL));
    }
    if (!SHA256.matcher(draft.sha256()).matches()) {
      here.add("sha256", draft.sha256(), Expected.SHA256.with());
    }
    Fields fields = new Fields(here);
    fields.requiredText("name", draft.name(), LONGEST_NAME);
    if (draft.name().chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ')) {
      here.add("name", draft.name(), Expected.FILE_NAME.with());
    }
    if (draft.sizeBytes() < 1 || draft.sizeBytes() > LARGEST) {
      here.add("size_bytes", Long.toString(draft.sizeBytes()), Expected.BETWEEN.with(1, LARGEST));
    }
    return new Attachment(
        draft.url(), draft.sha256().toLowerCase(Locale.ROOT), draft.name(), draft.sizeBytes());
  }

  private static boolean isAddress(String url) {
    if (url.length() > LONGEST_URL || !VISIBLE_ASCII.matcher(url).matches()) {
      return false;
    }
    try {
      URI uri = new URI(url);
      return uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private List<String> milestones(List<String> names, List<SchedulePoint> schedule) {
    if (names.size() > MOST_MILESTONES) {
      faults.add(
          "milestones_reached",
          Integer.toString(names.size()),
          Expected.AT_MOST_ITEMS.with(MOST_MILESTONES));
      return List.of();
    }
    Set<String> known = new TreeSet<>();
    for (SchedulePoint point : schedule) {
      known.add(point.milestone().zh());
      known.add(point.milestone().en());
    }
    known.remove("");
    for (int i = 0; i < names.size(); i++) {
      if (!known.contains(names.get(i))) {
        faults.add(
            "milestones_reached[" + i + "]",
            names.get(i),
            known.isEmpty()
                ? Expected.NO_MILESTONES.with()
                : Expected.MILESTONE.with(String.join(", ", known)));
      } else if (names.indexOf(names.get(i)) < i) {
        faults.add("milestones_reached[" + i + "]", names.get(i), Expected.ONCE.with());
      }
    }
    return names;
  }
}
