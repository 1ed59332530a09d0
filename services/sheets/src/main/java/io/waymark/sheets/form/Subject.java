package io.waymark.sheets.form;

import java.util.List;

/**
 * What a row may be about: a project or an indicator of the bureau.
 *
 * @param id its id
 * @param nameZh its Chinese name
 * @param nameEn its English name; may be empty
 * @param units the spellings of the unit of its figures, the first to be told to people; empty for
 *     a project
 */
public record Subject(String id, String nameZh, String nameEn, List<String> units) {
  /** Copies. */
  public Subject {
    units = List.copyOf(units);
  }
}
