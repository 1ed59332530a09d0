package io.waymark.sheets.form;

import io.waymark.sheets.value.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A directory of subjects that are listed at once, with a way to ask for those that are not among
 * them: what a bureau supports without leading it.
 */
public final class KnownSubjects implements Directory {
  /** A file may not make us ask without end. */
  private static final int MOST_QUESTIONS = 500;

  private final Map<String, Found> known = new HashMap<>();
  private final Function<String, Found> elsewhere;
  private int questions;

  /** The subjects, and how to find one that is not among them by its id. */
  public KnownSubjects(List<Subject> subjects, Function<String, Found> elsewhere) {
    this.elsewhere = elsewhere;
    for (Subject subject : subjects) {
      known.put(spelling(subject.id()), new Found.One(subject));
    }
    for (Subject subject : subjects) {
      named(subject, subject.nameZh());
      named(subject, subject.nameEn());
    }
  }

  private void named(Subject subject, String name) {
    if (name.isBlank()) {
      return;
    }
    known.merge(
        spelling(name),
        new Found.One(subject),
        (earlier, now) -> {
          List<String> ids = new ArrayList<>();
          switch (earlier) {
            case Found.One one -> ids.add(one.subject().id());
            case Found.Several several -> ids.addAll(several.ids());
            case Found.None _ -> {
              // never stored before all subjects are
            }
          }
          if (!ids.contains(subject.id())) {
            ids.add(subject.id());
          }
          return ids.size() == 1 ? now : new Found.Several(List.copyOf(ids));
        });
  }

  @Override
  public Found find(String idOrName) {
    Found found = known.get(spelling(idOrName));
    if (found != null) {
      return found;
    }
    if (questions >= MOST_QUESTIONS) {
      return new Found.None();
    }
    questions++;
    Found asked = elsewhere.apply(idOrName.strip());
    known.put(spelling(idOrName), asked);
    return asked;
  }

  private static String spelling(String text) {
    return Plain.tight(text).toLowerCase(Locale.ROOT);
  }
}
