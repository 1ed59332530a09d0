package io.waymark.sheets.form;

import io.waymark.sheets.Cell;
import io.waymark.sheets.SheetRow;
import io.waymark.sheets.Span;
import io.waymark.sheets.value.Days;
import io.waymark.sheets.value.Plain;
import io.waymark.sheets.value.Quantity;
import io.waymark.sheets.value.Reading;
import io.waymark.sheets.value.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One filled-in row: reads its fields and collects what is wrong with them. */
final class Filled {
  /** How people say that there is nothing to say. */
  private static final Set<String> NOTHING =
      Set.of("", "-", "--", "—", "——", "/", "无", "暂无", "没有", "none", "n/a", "nil");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[、，,；;/／|\\n]");

  private final Layout layout;
  private final SheetRow row;
  private final boolean since1904;
  private final List<CellFault> faults = new ArrayList<>();

  Filled(Layout layout, SheetRow row, boolean since1904) {
    this.layout = layout;
    this.row = row;
    this.since1904 = since1904;
  }

  List<CellFault> faults() {
    return List.copyOf(faults);
  }

  RowRef ref() {
    return new RowRef(row.sheet(), row.number());
  }

  /** What a field says; empty where nothing stands, or a mark for nothing. */
  String text(String field) {
    String text = cell(field).text().strip();
    return NOTHING.contains(Plain.of(text).toLowerCase(Locale.ROOT)) ? "" : text;
  }

  /** True if any of the fields says something, be it wrong. */
  boolean says(List<String> fields) {
    return fields.stream().anyMatch(field -> !text(field).isEmpty());
  }

  /** A text of limited length. */
  String text(String field, int longest) {
    String text = sound(field);
    if (text.codePointCount(0, text.length()) > longest) {
      fault(field, Reason.of("field.long", text.length(), longest));
    }
    return text;
  }

  /** A day that is there or a fault. */
  Optional<LocalDate> day(String field, boolean required, LocalDate first, LocalDate last) {
    String text = sound(field);
    if (text.isEmpty()) {
      if (required && cell(field).trouble().isEmpty()) {
        fault(field, Reason.of("field.missingDay"));
      }
      return Optional.empty();
    }
    Optional<LocalDate> day = taken(field, Days.read(text, since1904));
    if (day.isPresent() && day.get().isAfter(last)) {
      fault(field, Reason.of("field.late", day.get(), last));
    } else if (day.isPresent() && day.get().isBefore(first)) {
      fault(field, Reason.of("field.early", day.get(), first));
    }
    return day;
  }

  /** A figure in one of the spellings of a unit. */
  Optional<BigDecimal> figure(String field, String stated, List<String> units) {
    return quantity(field).flatMap(q -> taken(field, q.in(stated, units.toArray(String[]::new))));
  }

  /** A figure with its unit. Merged over rows it cannot be shared out among them. */
  Optional<Quantity> quantity(String field) {
    String text = sound(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Span> tall = cell(field).merged().filter(Span::isTall);
    if (tall.isPresent()) {
      fault(field, Reason.of("field.merged", text, tall.get().name()));
      return Optional.empty();
    }
    return taken(field, Quantity.read(text));
  }

  /** One of several words; empty if nothing stands there. */
  <T> Optional<T> choice(String field, Map<String, T> choices, String refusal) {
    String text = sound(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    T choice = choices.get(Plain.of(text).toLowerCase(Locale.ROOT));
    if (choice == null) {
      fault(field, Reason.of(refusal, text));
    }
    return Optional.ofNullable(choice);
  }

  /** Several words, set apart by 、 or the like; one that is no choice is a fault. */
  <T> Set<T> choices(String field, Function<String, Optional<T>> choices, String refusal) {
    Set<T> chosen = new LinkedHashSet<>();
    for (String word : BETWEEN_WORDS.split(sound(field), -1)) {
      Optional<T> choice = choices.apply(word.strip());
      choice.ifPresent(chosen::add);
      if (choice.isEmpty() && !word.isBlank()) {
        fault(field, Reason.of(refusal, word.strip()));
      }
    }
    return chosen;
  }

  /** The subject that id and name agree on. */
  Optional<Subject> subject(String idField, String nameField, Directory directory) {
    String id = sound(idField);
    String name = sound(nameField);
    if (id.isEmpty() && name.isEmpty()) {
      if (cell(idField).trouble().isEmpty() && cell(nameField).trouble().isEmpty()) {
        fault(idField, Reason.of("subject.missing"));
      }
      return Optional.empty();
    }
    String field = id.isEmpty() ? nameField : idField;
    Optional<Subject> subject = one(field, id.isEmpty() ? name : id, directory);
    if (subject.isPresent() && !id.isEmpty() && !name.isEmpty() && differs(subject.get(), name)) {
      fault(nameField, Reason.of("subject.differs", name, id, subject.get().nameZh()));
    }
    return subject;
  }

  private Optional<Subject> one(String field, String text, Directory directory) {
    return switch (directory.find(text)) {
      case Directory.Found.One one -> Optional.of(one.subject());
      case Directory.Found.None _ -> {
        fault(field, Reason.of("subject.none", text));
        yield Optional.empty();
      }
      case Directory.Found.Several several -> {
        fault(field, Reason.of("subject.several", text, String.join("、", several.ids())));
        yield Optional.empty();
      }
    };
  }

  private static boolean differs(Subject subject, String name) {
    String plain = Plain.tight(name);
    return !plain.equals(Plain.tight(subject.nameZh()))
        && !plain.equalsIgnoreCase(Plain.tight(subject.nameEn()))
        && !plain.equalsIgnoreCase(subject.id());
  }

  void fault(String field, Reason reason) {
    int column = layout.column(field);
    String heading = column < 0 ? field : layout.heading(field);
    faults.add(new CellFault(ref(), column, heading, reason));
  }

  /** The text of a cell that may be trusted; names the fault of one that may not. */
  private String sound(String field) {
    Optional<Reason> trouble = cell(field).trouble();
    if (trouble.isPresent()) {
      boolean told = faults.stream().anyMatch(f -> f.column() == layout.column(field));
      if (!told) {
        fault(field, trouble.get());
      }
      return "";
    }
    return text(field);
  }

  private <T> Optional<T> taken(String field, Reading<T> reading) {
    return switch (reading) {
      case Reading.Taken<T> taken -> Optional.of(taken.value());
      case Reading.Refused<T> refused -> {
        fault(field, refused.reason());
        yield Optional.empty();
      }
    };
  }

  Cell cell(String field) {
    return row.cell(layout.column(field));
  }

  String heading(String field) {
    return layout.heading(field);
  }

  String unit(String field) {
    return layout.unit(field);
  }
}
