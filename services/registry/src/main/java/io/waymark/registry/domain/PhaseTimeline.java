package io.waymark.registry.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The phases of a project by the words that are in force about them. */
public final class PhaseTimeline {
  private final Phase registered;
  private final List<PhaseWord> words;

  private PhaseTimeline(Phase registered, List<PhaseWord> words) {
    this.registered = registered;
    this.words = words;
  }

  /** The timeline of a project as it is known now. */
  public static PhaseTimeline of(ProjectState state) {
    return new PhaseTimeline(
        state.definition().phase(), PhaseWord.of(state.reports(), state.moves()));
  }

  /** The same without one report or move. */
  PhaseTimeline without(String id) {
    return new PhaseTimeline(
        registered, words.stream().filter(word -> !word.id().equals(id)).toList());
  }

  /** The phase by the last word of all, else the one at registration. */
  Phase last() {
    return words.isEmpty() ? registered : words.getLast().phase();
  }

  /** The phase on the eve of a day. */
  Phase before(LocalDate day) {
    return wordBefore(day).map(PhaseWord::phase).orElse(registered);
  }

  /** The last word before a day; what was registered is none. */
  Optional<PhaseWord> wordBefore(LocalDate day) {
    return words.stream()
        .filter(word -> word.date().isBefore(day))
        .reduce((first, second) -> second);
  }

  /** The first day after this one on which something was said, by its last word. */
  Optional<PhaseWord> wordAfter(LocalDate day) {
    List<PhaseWord> later = words.stream().filter(word -> word.date().isAfter(day)).toList();
    return later.stream()
        .filter(word -> word.date().equals(later.getFirst().date()))
        .reduce((first, second) -> second);
  }

  boolean speaksOn(LocalDate day) {
    return words.stream().anyMatch(word -> word.date().equals(day));
  }

  /**
   * The steps, oldest first. A word that changes nothing is none, unless by command; a command that
   * a later word of its day replaced is there too, as withdrawn.
   */
  public List<PhaseStep> steps() {
    List<PhaseStep> steps = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      PhaseWord word = words.get(i);
      boolean lastOfDay = i + 1 == words.size() || words.get(i + 1).date().isAfter(word.date());
      Phase from = before(word.date());
      if (word.byCommand() || (lastOfDay && from != word.phase())) {
        steps.add(PhaseStep.of(word, from, !lastOfDay));
      }
    }
    return steps;
  }
}
