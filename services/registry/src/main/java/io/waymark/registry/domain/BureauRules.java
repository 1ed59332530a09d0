package io.waymark.registry.domain;

import static java.util.stream.Collectors.toSet;

import io.waymark.refusals.Expected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns bureau drafts into bureaus, or names every violation; the bureaus must form trees. */
final class BureauRules {
  private static final int MOST_BUREAUS = 1000;
  private static final int MOST_EMAILS = 20;
  private static final int MOST_CONTACTS = 50;
  private static final int MOST_DELEGATES = 20;
  private static final int LONGEST_NAME = 200;
  private static final Set<String> LANGUAGES = Set.of("zh", "en");
  private static final Set<BureauLevel> LEVELS =
      EnumSet.complementOf(EnumSet.of(BureauLevel.UNSPECIFIED));
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()转x,-]{2,39}");

  /**
   * Narrower than RFC 5321 on purpose: no quoting, no comments, nothing that could end a header.
   */
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private BureauRules() {}

  static List<Bureau> check(List<BureauDraft> drafts, Map<String, BureauState> known) {
    Faults faults = new Faults();
    if (drafts.isEmpty() || drafts.size() > MOST_BUREAUS) {
      faults.add("bureaus", Integer.toString(drafts.size()), Expected.ITEMS.with(1, MOST_BUREAUS));
      faults.throwIfAny();
    }
    List<BureauDraft> whole = drafts.stream().map(draft -> over(draft, known)).toList();
    BureauTree tree = new BureauTree(whole, known);
    Set<String> imported = drafts.stream().map(BureauDraft::bureauId).collect(toSet());
    Set<String> seen = new HashSet<>();
    List<Bureau> bureaus = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      BureauDraft draft = whole.get(i);
      Faults here = faults.at("bureaus[" + i + "]");
      if (!seen.add(draft.bureauId())) {
        here.add("bureau_id", draft.bureauId(), Expected.ONCE.with());
      }
      drafts
          .get(i)
          .wronglyCleared()
          .ifPresent(field ->
              here.add(
                  "clearings",
                  field,
                  Expected.CLEARABLE.with(String.join(", ", BureauDraft.CLEARABLE))));
      tree.check(here, draft, imported);
      bureaus.add(read(here, new Fields(here), draft, tree));
    }
    faults.throwIfAny();
    return bureaus;
  }

  private static BureauDraft over(BureauDraft draft, Map<String, BureauState> known) {
    BureauState before = known.get(draft.bureauId());
    return before == null ? draft : draft.over(before.bureau());
  }

  private static Bureau read(Faults faults, Fields fields, BureauDraft draft, BureauTree tree) {
    languages(faults, draft);
    emails(faults, draft.emails());
    return new Bureau(
        fields.id("bureau_id", draft.bureauId()),
        fields.name("name", draft.name()),
        draft.parentBureauId(),
        draft.emails(),
        draft.language(),
        fields.choice(
            "provenance", draft.provenance(), Provenance.REPORTED, EnumSet.allOf(Provenance.class)),
        fields.choice("level", draft.level(), BureauLevel.UNSPECIFIED, LEVELS),
        contacts(faults, draft.contacts()),
        draft.languages(),
        delegates(faults, draft, tree));
  }

  private static void languages(Faults faults, BureauDraft draft) {
    if (!draft.language().isEmpty() && !LANGUAGES.contains(draft.language())) {
      faults.add("language", draft.language(), Expected.LANGUAGE.with());
    }
    for (int i = 0; i < draft.languages().size(); i++) {
      String language = draft.languages().get(i);
      if (!LANGUAGES.contains(language)) {
        faults.add("languages[" + i + "]", language, Expected.LANGUAGE.with());
      } else if (draft.languages().indexOf(language) < i) {
        faults.add("languages[" + i + "]", language, Expected.ONCE.with());
      }
    }
    String mails = draft.language().isEmpty() ? "zh" : draft.language();
    if (!draft.languages().isEmpty() && !draft.languages().contains(mails)) {
      faults.add(
          "languages",
          String.join(", ", draft.languages()),
          Expected.MAIL_LANGUAGE_AMONG.with(mails));
    }
  }

  private static List<Contact> contacts(Faults faults, List<Contact> contacts) {
    if (contacts.size() > MOST_CONTACTS) {
      faults.add(
          "contacts",
          Integer.toString(contacts.size()),
          Expected.AT_MOST_ITEMS.with(MOST_CONTACTS));
    }
    for (int i = 0; i < contacts.size(); i++) {
      Contact contact = contacts.get(i);
      Faults here = faults.at("contacts[" + i + "]");
      Fields fields = new Fields(here);
      fields.requiredText("name", contact.name(), LONGEST_NAME);
      fields.text("role", contact.role(), LONGEST_NAME);
      if (!contact.email().isEmpty()) {
        email(here, "email", contact.email());
      }
      if (!contact.phone().isEmpty() && !PHONE.matcher(contact.phone()).matches()) {
        here.add("phone", contact.phone(), Expected.PHONE.with());
      }
    }
    return contacts;
  }

  private static List<Delegate> delegates(Faults faults, BureauDraft draft, BureauTree tree) {
    List<DelegateDraft> drafts = draft.delegates();
    if (drafts.size() > MOST_DELEGATES) {
      faults.add(
          "delegates",
          Integer.toString(drafts.size()),
          Expected.AT_MOST_ITEMS.with(MOST_DELEGATES));
    }
    List<Delegate> delegates = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      delegates.add(
          delegate(faults.at("delegates[" + i + "]"), drafts.get(i), draft.bureauId(), tree));
    }
    return delegates;
  }

  private static Delegate delegate(
      Faults here, DelegateDraft draft, String bureauId, BureauTree tree) {
    Fields fields = new Fields(here);
    String standIn = draft.bureauId();
    if (standIn.isEmpty()) {
      fields.requiredText("name", draft.name(), LONGEST_NAME);
      email(here, "email", draft.email());
    } else if (standIn.equals(bureauId) || !tree.has(standIn)) {
      here.add("bureau_id", standIn, Expected.ANOTHER_BUREAU.with());
    } else if (!draft.name().isEmpty() || !draft.email().isEmpty()) {
      here.add("bureau_id", standIn, Expected.BUREAU_OR_PERSON.with());
    }
    LocalDate from = fields.requiredDate("from", draft.from()).orElse(Fields.FIRST_DAY);
    Optional<LocalDate> until = fields.optionalDate("until", draft.until());
    if (until.isPresent() && !until.get().isAfter(from)) {
      here.add("until", draft.until(), Expected.AFTER.with(from));
    }
    return new Delegate(
        draft.name(),
        draft.email(),
        standIn,
        from,
        until,
        fields.text("reason", draft.reason(), LONGEST_NAME));
  }

  private static void emails(Faults faults, List<String> emails) {
    if (emails.isEmpty() || emails.size() > MOST_EMAILS) {
      faults.add("emails", Integer.toString(emails.size()), Expected.ITEMS.with(1, MOST_EMAILS));
    }
    for (int i = 0; i < emails.size(); i++) {
      email(faults, "emails[" + i + "]", emails.get(i));
    }
  }

  private static void email(Faults faults, String field, String email) {
    if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
      faults.add(field, email, Expected.MAIL_ADDRESS.with());
    }
  }
}
