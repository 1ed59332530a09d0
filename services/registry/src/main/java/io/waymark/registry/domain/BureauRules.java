package io.waymark.registry.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns bureau drafts into bureaus, or names every violation; the bureaus must form trees. */
final class BureauRules {
  private static final int MOST_BUREAUS = 1000;
  private static final int MOST_EMAILS = 20;
  private static final Set<String> LANGUAGES = Set.of("", "zh", "en");

  /**
   * Narrower than RFC 5321 on purpose: no quoting, no comments, nothing that could end a header.
   */
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private BureauRules() {}

  static List<Bureau> check(List<BureauDraft> drafts, Map<String, BureauState> known) {
    Faults faults = new Faults();
    if (drafts.isEmpty() || drafts.size() > MOST_BUREAUS) {
      faults.add("bureaus", drafts.size() + " items", "1.." + MOST_BUREAUS + " items");
      faults.throwIfAny();
    }
    Map<String, String> parents = parents(drafts, known);
    Set<String> seen = new HashSet<>();
    List<Bureau> bureaus = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      BureauDraft draft = drafts.get(i);
      Faults here = faults.at("bureaus[" + i + "]");
      if (!seen.add(draft.bureauId())) {
        here.add("bureau_id", draft.bureauId(), "each bureau once");
      }
      parent(here, draft, parents);
      bureaus.add(read(here, new Fields(here), draft));
    }
    faults.throwIfAny();
    return bureaus;
  }

  private static Bureau read(Faults faults, Fields fields, BureauDraft draft) {
    if (!LANGUAGES.contains(draft.language())) {
      faults.add("language", draft.language(), "zh or en");
    }
    emails(faults, draft.emails());
    return new Bureau(
        fields.id("bureau_id", draft.bureauId()),
        fields.name("name", draft.name()),
        draft.parentBureauId(),
        draft.emails(),
        draft.language(),
        fields.choice(
            "provenance",
            draft.provenance(),
            Provenance.REPORTED,
            EnumSet.allOf(Provenance.class)));
  }

  private static void emails(Faults faults, List<String> emails) {
    if (emails.isEmpty() || emails.size() > MOST_EMAILS) {
      faults.add("emails", emails.size() + " addresses", "1.." + MOST_EMAILS + " addresses");
    }
    for (int i = 0; i < emails.size(); i++) {
      String email = emails.get(i);
      if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
        faults.add("emails[" + i + "]", email, "a mail address such as plan@water.example");
      }
    }
  }

  private static Map<String, String> parents(
      List<BureauDraft> drafts, Map<String, BureauState> known) {
    Map<String, String> parents = new HashMap<>();
    known.forEach((id, state) -> parents.put(id, state.bureau().parentBureauId()));
    drafts.forEach(draft -> parents.put(draft.bureauId(), draft.parentBureauId()));
    return parents;
  }

  private static void parent(Faults faults, BureauDraft draft, Map<String, String> parents) {
    String parent = draft.parentBureauId();
    if (parent.isEmpty()) {
      return;
    }
    if (!parents.containsKey(parent)) {
      faults.add("parent_bureau_id", parent, "a bureau of this import or of an earlier one");
    } else if (isBelowItself(draft.bureauId(), parents)) {
      faults.add("parent_bureau_id", parent, "no circle of superiors");
    }
  }

  private static boolean isBelowItself(String bureauId, Map<String, String> parents) {
    Set<String> passed = new HashSet<>();
    String at = parents.getOrDefault(bureauId, "");
    while (!at.isEmpty() && passed.add(at)) {
      if (at.equals(bureauId)) {
        return true;
      }
      at = parents.getOrDefault(at, "");
    }
    return false;
  }
}
