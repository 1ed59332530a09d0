package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.OwedReport;
import io.waymark.alerting.domain.Recipient;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 督办、汇总邮件用语. */
final class ChineseOfficialWords implements OfficialWords {
  @Override
  public String day(LocalDate day) {
    return "%d年%d月%d日（%s）"
        .formatted(
            day.getYear(),
            day.getMonthValue(),
            day.getDayOfMonth(),
            day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE));
  }

  /** A day in running text without its weekday. */
  private static String date(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  @Override
  public String rung(NoticeKind kind) {
    return switch (kind) {
      case REMINDER -> "提醒";
      case SUPERVISION -> "督办";
      case SUMMONS -> "约谈";
      case SILENT -> "待报";
      case RESTATED -> "已更正";
      case OPENED, ESCALATED, UPDATED, RECOVERED, STANDING -> "";
    };
  }

  @Override
  public String withRung(String rung, String subject) {
    return "【" + rung + "】" + subject;
  }

  @Override
  public String manySubject(int all, String first) {
    return "%s；本次共 %d 项".formatted(first, all);
  }

  @Override
  public String opening(NoticeKind kind, LocalDate since, String bureau) {
    return switch (kind) {
      case REMINDER -> "提醒：该预警自" + date(since) + "发出以来，尚未按要求办理。";
      case SUPERVISION -> "督办：该预警自" + date(since) + "发出，经提醒仍未按要求办理，现予督办，同时报送上级单位。";
      case SUMMONS -> "约谈：该预警自" + date(since) + "发出，经督办仍未按要求办理，现提请约谈" + bureau + "负责同志。";
      case SILENT -> "待报：已过应报时间，仍未收到新的数据；没有数据，不作“正常”看待。";
      case RESTATED -> "更正：该预警当初所依据的数据已经更正，按更正后的数据，当日情况如下；本预警据此改记。";
      case OPENED, ESCALATED, UPDATED, RECOVERED, STANDING -> "";
    };
  }

  @Override
  public String owed(OwedReport report) {
    return "%s的报告尚未报送（应于%s前报送）".formatted(period(report), date(report.due()));
  }

  @Override
  public String nothingSince(@Nullable LocalDate last) {
    return last == null ? "尚无数据" : date(last) + "以来没有新数据";
  }

  @Override
  public String overdue(OwedReport report) {
    String grace =
        report.closes().isAfter(report.due()) ? "（宽限至%s）".formatted(date(report.closes())) : "";
    return "%s的报告应于%s前报送%s，至今未收到。".formatted(period(report), date(report.due()), grace);
  }

  private static String period(OwedReport report) {
    LocalDate last = report.until();
    return switch (report.frequency()) {
      case "monthly" -> "%d年%d月".formatted(last.getYear(), last.getMonthValue());
      case "quarterly" ->
          "%d年%s季度".formatted(last.getYear(), "一二三四".charAt((last.getMonthValue() - 1) / 3));
      case "yearly" -> "%d年度".formatted(last.getYear());
      default -> report.from() + " 至 " + last;
    };
  }

  @Override
  public String askOverdue() {
    return "请尽快补报逾期未报的数据；确无进展的，也请如实填报。";
  }

  @Override
  public String askTitle(boolean copy, String bureau) {
    return copy ? "请" + bureau + "办理（抄送贵单位知悉）" : "请贵单位办理";
  }

  @Override
  public String ask(Asked.What what, boolean project, LocalDate by, int workingDays) {
    String until = "请于 %s前（%d 个工作日内）".formatted(day(by), workingDays);
    return switch (what) {
      case ACKNOWLEDGEMENT ->
          until + "确认已知悉，并" + (project ? "说明延误原因和赶工措施、新的完工日期。" : "说明原因和补救措施、预计何时回到序时进度。");
      case PLAN -> until + "填报整改计划：采取哪些措施，由谁负责，" + (project ? "何时追上计划进度。" : "何时回到序时进度。");
      case RECOVERY -> "请抓紧落实整改计划，于 %s前（%d 个工作日内）回到序时进度。".formatted(day(by), workingDays);
      case REPORT -> until + "填报最新数据；确无进展的，也请如实填报。";
    };
  }

  @Override
  public String pressToAcknowledge() {
    return "点击下方按钮即可办理，无需登录，提交前会请您再次确认。";
  }

  @Override
  public String wrongFigure() {
    return "如数据有误，请直接更正填报，系统会重新研判。";
  }

  @Override
  public String otherwise(Asked.Next next) {
    String whom = Inert.name(next.recipient().in(Language.ZH));
    String step =
        switch (next.kind()) {
          case SUPERVISION -> "转入督办";
          case SUMMONS -> "提请约谈";
          default -> "再次提醒";
        };
    return "逾期未办理的，将于 %s%s%s。".formatted(day(next.on()), step, whom.isEmpty() ? "" : "，并发送" + whom);
  }

  @Override
  public String unacknowledgedStays() {
    return "确认之前，看板上一直列为待处理。";
  }

  @Override
  public String lastRung() {
    return "这是督办流程的最后一步；办结之前，将一直列入督查清单。";
  }

  @Override
  public String explainedBy(String name, String share) {
    return "主要由“%s”引起（约占 %s），该项目已另行预警，本项不再单独要求办理。".formatted(name, share);
  }

  @Override
  public String acknowledge() {
    return "我已知悉";
  }

  @Override
  public String plan() {
    return "填报整改计划";
  }

  @Override
  public String linksExpire(LocalDate day) {
    return "邮件中的办理链接只供收件人本人使用，%s前有效；请勿转发。".formatted(date(day));
  }

  @Override
  public String firingTitle(int count) {
    return "需要处理（%d 项）".formatted(count);
  }

  @Override
  public String standingTitle(int count) {
    return "此前已告知、仍未解决（%d 项）".formatted(count);
  }

  @Override
  public String explainedTitle(int count) {
    return "由上述项目引起，不单独要求办理（%d 项）".formatted(count);
  }

  @Override
  public String overTitle(int count) {
    return "已恢复或已更正（%d 项）".formatted(count);
  }

  @Override
  public String silentTitle(int count) {
    return "逾期未报（%d 项）".formatted(count);
  }

  @Override
  public String itemAsk(Asked.What what, LocalDate by) {
    String done =
        switch (what) {
          case ACKNOWLEDGEMENT -> "确认已知悉";
          case PLAN -> "填报整改计划";
          case RECOVERY -> "回到序时进度";
          case REPORT -> "填报数据";
        };
    return "请于" + date(by) + "前" + done + "。";
  }

  @Override
  public String manyName(int count) {
    return "本次共 " + count + " 项";
  }

  @Override
  public String manySentence(int firing, int over, String bureau) {
    String todo = firing > 0 ? firing + " 项需要处理" : "";
    String done = over > 0 ? over + " 项已恢复或更正" : "";
    String both = todo.isEmpty() || done.isEmpty() ? todo + done : todo + "，" + done;
    return bureau + "牵头的事项中，" + both + "。";
  }

  @Override
  public String manyAsk(LocalDate by) {
    return "请逐项办理，最早一项的期限是 %s；各项期限见清单。".formatted(day(by));
  }

  @Override
  public String digestSubject(Mailing.Kind kind, LocalDate day, int news, int standing, int over) {
    return "【%s】%s：新增 %d 项、未解决 %d 项、已恢复 %d 项".formatted(digest(kind), day, news, standing, over);
  }

  @Override
  public String digestName(Mailing.Kind kind, String bureau) {
    return bureau + digest(kind);
  }

  @Override
  public String digestSentence(Mailing.Kind kind, int news, int standing, int over) {
    String since =
        switch (kind) {
          case WEEKLY_DIGEST -> "上一周";
          case MONTHLY_DIGEST -> "上一月";
          default -> "上一日";
        };
    return "%s以来，新增预警 %d 项，此前未解决的 %d 项，恢复或更正 %d 项。".formatted(since, news, standing, over);
  }

  private static String digest(Mailing.Kind kind) {
    return switch (kind) {
      case DAILY_DIGEST -> "预警日报";
      case WEEKLY_DIGEST -> "预警周报";
      case MONTHLY_DIGEST -> "预警月报";
      case IMMEDIATE, SILENCE_ENDING -> "预警";
    };
  }

  @Override
  public String digestQuiet() {
    return "汇总邮件只作告知；紧急事项已另行发送。";
  }

  @Override
  public String unsubscribe(String url) {
    return "不再接收汇总邮件：" + url;
  }

  @Override
  public String silenceSubject(LocalDate day) {
    return "【静默即将结束】" + date(day) + "起恢复发送预警邮件";
  }

  @Override
  public String silenceName() {
    return "预警静默即将结束";
  }

  @Override
  public String silenceSentence(
      String who, String reason, LocalDate from, LocalDate until, int alerts) {
    String more = alerts == 0 ? "" : "结束后，下列 %d 项预警将恢复发送邮件。".formatted(alerts);
    return "%s于%s设置的静默将于%s结束（理由：%s）。%s".formatted(who, date(from), date(until), reason, more);
  }

  @Override
  public String silenceAsk(String silenceId) {
    return "如需延长，请在到期前另设静默（静默编号 " + silenceId + "）；无需延长的，不必办理。";
  }

  @Override
  public String whyYou(Recipient.Reason reason, String bureau) {
    return switch (reason) {
      case LEAD -> "收到本邮件，是因为" + bureau + "是该事项的牵头单位。";
      case DELEGATE -> "收到本邮件，是因为您受托代" + bureau + "有关同志办理。";
      case SUPPORTING -> "收到本邮件，是因为贵单位是该事项的配合单位，牵头单位为" + bureau + "。";
      case SUPERIOR -> "收到本邮件，是因为贵单位是" + bureau + "的上级单位。";
      case SILENCER -> "收到本邮件，是因为该静默由您设置。";
    };
  }

  @Override
  public String frequency() {
    return "接收方式（即时、日报、周报、月报，免打扰时段）可在看板“接收设置”页按收件人设置。";
  }

  @Override
  public List<String> command(String alertId, String bureauId) {
    return List.of(
        "也可在命令行办理：waymark ack %s --as %s --comment \"……\"。".formatted(alertId, bureauId));
  }
}
