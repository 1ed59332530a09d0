package io.waymark.cli.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small sound pack that fills every column of every sheet. */
final class FullPack {
  static final String PLAN = "full";

  private FullPack() {}

  static void write(Path folder) throws IOException {
    file(
        folder,
        "plan.csv",
        """
        plan_id,name_zh,name_en,start,end,rulebook,parent_plan_id,source,assumed
        full,规划,Plan,2026-01-01,2030-12-31,wuhan@1,province-15,《规划纲要》,rulebook;parent_plan_id
        """);
    file(
        folder,
        "bureaus.csv",
        """
        assumed,bureau_id,name_zh,name_en,parent_bureau_id,emails,language,level,languages,contacts,delegates
        name_en;emails,jiangan,江岸区,Jiangan,office,jiangan@city.example,en,district,en;zh,,
        emails,office,发改委,Plan Office,,plan@city.example;duty@city.example,,city,,陈洁|处长||027-8282 0000;刘洋,@full-water||2027-07-01||挂职
        ,full-water,水务局,Water,office,water@city.example,zh,,,王海燕|填报联系人|wang@city.example,李伟|li@city.example|2027-07-01|2027-10-01;@jiangan||2028-01-01
        """);
    file(
        folder,
        "indicators.csv",
        """
        indicator_id,name_zh,name_en,category,unit_zh,unit_en,measure,direction,lead_bureau_id,reporting_frequency,follows_indicator_id,year_to_date,reference_class,section,source_line,quote,assumed
        drainage,排涝能力,Drainage,water,年一遇,years,level,up,full-water,quarterly,,,drainage,第一节,12,"排涝能力达到20—30年一遇，\""十五五\"\"\",lead_bureau_id
        growth,经济增长,Growth,economy,%,%,annual_growth,up,office,yearly,,true,,第一节,13,增长,reporting_frequency
        income,收入增长,Income,economy,%,%,annual_growth,up,office,yearly,growth,,,第一节,14,与经济增长基本同步,
        leakage,漏损率,Leakage,water,%,%,rate,down,full-water,,,,,,,,
        output,产值,Output,economy,亿元,100 million yuan,level,up,office,yearly,,,,第二节,15,/,
        """);
    file(
        folder,
        "targets.csv",
        """
        target_id,indicator_id,value,value_max,official_text,comparator,due,base_value,base_date,binding,trajectory,serves_plan_id,serves_target_id,base_rule,assumed
        drainage-2030,drainage,20,30,20—30年一遇,ge,2030-12-31,10.0,2025-12-31,true,linear,province-15,drainage-2030,B9,base_value
        growth-2030,growth,6,,6％左右,approx,2030-12-31,,,,,,,,
        income-2030,income,,,与经济增长基本同步,,2030-12-31,,,false,,,,,
        leakage-2028,leakage,9,,,le,2028-12-31,,,false,,,,,binding
        leakage-2030,leakage,8.50,,,le,2030-12-31,12,2025-12-31,false,annual_targets,,,B1,
        output-2030,output,,,/,,2030-12-31,,,,,,,,
        """);
    file(
        folder,
        "instruments.csv",
        """
        target_id,effective,value,value_max,comparator,due,document,approver,reason,source_line,assumed
        leakage-2030,2028-07-01,8,,le,2030-12-31,武发改规〔2028〕15号,市人民政府常务会议,"技术进步，可以更低",7,reason
        drainage-2030,2028-07-01,25,35,ge,2030-12-31,武发改规〔2028〕16号,市人民政府常务会议,提标,,
        """);
    file(
        folder,
        "roll_ups.csv",
        """
        indicator_id,method,part_plan_id,part_indicator_id,weight,part_name_zh,part_name_en,rule,assumed
        leakage,weighted_mean,jiangan-15,leakage,2.5,江岸区,Jiangan,R1,weight
        leakage,weighted_mean,hanyang-15,leakage,1,,,,
        """);
    file(
        folder,
        "shares.csv",
        """
        target_id,kind,method,assignee,value,weight,tolerance,child_plan_id,child_target_id,source_line,quote,rule,assumed
        leakage-2030,district,weighted_mean,jiangan,8.5,2,0.1,jiangan-15,leakage-2030,31,"降到8.5%",S1,value;weight
        drainage-2030,bureau,sum,full-water,20,,,,,,,,
        drainage-2030,bureau,sum,office,/,,,,,,,,
        drainage-2030,year,last,2030,20,,,,,,,,
        drainage-2030,year,last,2029,,,,,,,,,
        """);
    file(
        folder,
        "projects.csv",
        """
        project_id,name_zh,name_en,category,phase,lead_bureau_id,planned_start,planned_finish,supporting_bureau_ids,reporting_frequency,plan_word,section,box,source_line,quote,date_rule,assumed,kind,parent_project_id,district,address_zh,address_en,latitude,longitude,budget,funding
        pump,泵站,Pump,pumping-station,building,full-water,2026-01-01,2028-12-31,office;jiangan,monthly,build,第三节,14,519,建设泵站,D6,planned_start;planned_finish;funding,,price,jiangan,桥西,West,30.5,-114.259,12.5,city-budget:4.25;special-bond:8
        pipe,管网,Pipe,drainage,reserve,full-water,2026-01-01,2029-12-31,,,plan,,,,,,,,,,,,,,,
        price,水价,Price,reform,reserve,full-water,2026-01-01,2029-12-31,,,plan,,,,,,,reform,,,,,,,100,
        """);
    file(
        folder,
        "contributions.csv",
        """
        indicator_id,project_id,amount,mode,basis,source_line,rule,assumed
        drainage,pump,10.50,in_proportion,same-paragraph,374,C2,amount;mode
        leakage,pump,,,same-section,374,C0,
        leakage,pipe,-1,on_completion,,,,
        """);
    file(
        folder,
        "schedules.csv",
        """
        project_id,date,percent,effective,document,milestone_zh,milestone_en,source_line,assumed
        pump,2026-06-30,10.5,,,,,,
        pump,2027-06-30,20,2027-07-01,武发改规〔2027〕6号,,,,
        pump,2028-12-31,55.5,2027-07-01,武发改规〔2027〕6号,水泵就位,Pumps in place,3,
        pump,2027-12-31,60,,,水泵就位,Pumps in place,520,date
        """);
    file(
        folder,
        "schedule_revisions.csv",
        """
        project_id,effective,planned_start,planned_finish,document,approver,reason
        pump,2028-07-01,2026-01-01,2029-12-31,武发改规〔2028〕21号,市发展改革委,再次调整
        pump,2027-07-01,2026-01-01,2029-06-30,武发改规〔2027〕6号,市发展改革委,"地质条件复杂，需改线"
        """);
    file(
        folder,
        "phases.csv",
        """
        project_id,date,phase,reason,approval
        price,2027-01-15,started,,
        price,2026-05-01,preparation,,
        pipe,2026-08-01,building,随泵站同步施工,武发改投〔2026〕33号
        """);
    file(
        folder,
        "suspensions.csv",
        """
        project_id,from,until,planned_until,reason,approval,resumption_approval
        pump,2026-07-01,2026-11-01,2026-10-15,发现古墓,武停复〔2026〕7号,武停复〔2026〕12号
        pump,2027-02-01,2027-03-01,,春节停工,武停复〔2027〕1号,
        pipe,2027-05-01,,,管线冲突,武停复〔2027〕3号,
        """);
    file(
        folder,
        "reporting_rules.csv",
        """
        owed,subject_id,frequency,months_after,day,grace_days,effective
        report,,monthly,1,8,2,2026-01-01
        report,pump,monthly,1,12,0,2027-01-01
        figure,drainage,quarterly,2,10,5,2026-01-01
        """);
    file(
        folder,
        "observations.csv",
        """
        indicator_id,period_end,value,exactness,use,name_zh,name_en,source_line,quote,assumed
        leakage,2025-12-31,12.50,at_most,series,漏损率,Leakage,9,漏损率降至12.5%以内,
        leakage,2024-12-31,13,,background,漏损率,Leakage,9,漏损率13%,value
        output,2025-12-31,200,more_than,,,,,,
        """);
  }

  private static void file(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
