package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.text.Dates;
import io.waymark.cli.text.Words;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.sheets.form.Phases;
import io.waymark.sheets.value.Days;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed, and collects every fault before it complains. Limits are the services'
 * business, not ours.
 */
final class Input {
  private final Words words;
  private final List<String> faults = new ArrayList<>();

  Input(Words words) {
    this.words = words;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Ends the command if anything could not be read. */
  void orFail(String nextKey) {
    if (!faults.isEmpty()) {
      throw Problem.usage(faults, words.get(nextKey));
    }
  }

  void fault(String name, String value, String expectedKey) {
    faults.add(words.get("fault", name, value, words.get(expectedKey)));
  }

  /** A text that must be there; empty after a fault. */
  String required(String name, @Nullable String text, String expectedKey) {
    if (text == null || text.isBlank()) {
      fault(name, words.get("fault.missing"), expectedKey);
      return "";
    }
    return text;
  }

  /** A day, or the last one of the period that is named, in ISO form; empty if not given. */
  String date(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return "";
    }
    Optional<LocalDate> day = Days.lastDay(text.strip());
    if (day.isEmpty()) {
      fault(name, text, "expected.date");
    }
    return day.map(LocalDate::toString).orElse("");
  }

  Optional<Instant> instant(String name, @Nullable String text, ZoneId zone) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<Instant> instant = Dates.instant(text.strip(), zone);
    if (instant.isEmpty()) {
      fault(name, text, "expected.instant");
    }
    return instant;
  }

  /** A number with or without a percent sign. */
  Optional<Double> percent(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String bare = text.strip().replaceFirst("\\s*[%％]$", "");
    return number(name, text, bare, "expected.percent").map(BigDecimal::doubleValue);
  }

  /** A decimal number in plain notation, separators of thousands taken out; empty if not given. */
  String decimal(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return "";
    }
    String bare = text.strip().replaceAll("[,，](?=\\d{3}(\\D|$))", "").replace('−', '-');
    return number(name, text, bare, "expected.decimal").map(BigDecimal::toPlainString).orElse("");
  }

  private Optional<BigDecimal> number(String name, String typed, String bare, String expectedKey) {
    try {
      BigDecimal number = new BigDecimal(bare);
      if (Math.abs(number.scale()) <= 100) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // reported below, like a number of absurd size
    }
    fault(name, typed, expectedKey);
    return Optional.empty();
  }

  Phase phase(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Phase.PHASE_UNSPECIFIED;
    }
    Optional<Phase> phase = Phases.phase(text);
    if (phase.isEmpty()) {
      fault(name, text, "expected.phase");
    }
    return phase.orElse(Phase.PHASE_UNSPECIFIED);
  }
}
