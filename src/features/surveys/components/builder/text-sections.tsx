"use client";

import { useTranslations } from "next-intl";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { Columns } from "@/ui/stack";
import { Switch } from "@/ui/switch";
import { SCORE_BANDS } from "../../schema";
import { BandName } from "../band-name";
import { BehaviourField } from "./behaviour-field";
import { useBuilder } from "./builder-context";
import { LocalizedField } from "./localized-field";
import { SectionCard } from "./section-card";

/** The one question every respondent answers. Its metric is the template's and stays. */
export function MainSection() {
  const t = useTranslations("surveys");
  const { metric } = useBuilder().draft.definition.main;
  const { min, max } = METRIC_SCALES[metric];
  return (
    <SectionCard place="main" description={t(`main.about.${metric}`)}>
      <LocalizedField path="main.text" label={t("texts.question")} rows={2} preview={{ step: "score" }} />
      <Columns count={2}>
        <LocalizedField
          path="main.lowLabel"
          label={t("texts.labelOf", { score: min })}
          preview={{ step: "score" }}
        />
        <LocalizedField
          path="main.highLabel"
          label={t("texts.labelOf", { score: max })}
          preview={{ step: "score" }}
        />
      </Columns>
      <BehaviourField questionKey={null} path="main" />
    </SectionCard>
  );
}

/** The open question that follows the score, worded by how good the score was. */
export function FollowUpSection() {
  const t = useTranslations("surveys");
  const { draft, changeDefinition } = useBuilder();
  const { main, followUp } = draft.definition;
  return (
    <SectionCard place="followUp" description={t("followUp.about")}>
      <Switch
        label={t("followUp.enabled")}
        checked={followUp.isEnabled}
        onChange={(event) => {
          const isEnabled = event.target.checked;
          changeDefinition((definition) => ({
            ...definition,
            followUp: { ...definition.followUp, isEnabled },
          }));
        }}
      />
      {followUp.isEnabled &&
        SCORE_BANDS.map((band) => (
          <LocalizedField
            key={band}
            path={`followUp.texts.${band}`}
            label={<BandName metric={main.metric} band={band} />}
            rows={2}
            preview={{ step: "followUp", band }}
          />
        ))}
    </SectionCard>
  );
}

/** The last, open question. */
export function CommentSection() {
  const t = useTranslations("surveys");
  const { draft, changeDefinition } = useBuilder();
  const { comment } = draft.definition;
  return (
    <SectionCard place="comment" description={t("comment.about")}>
      <Switch
        label={t("comment.enabled")}
        checked={comment.isEnabled}
        onChange={(event) => {
          const isEnabled = event.target.checked;
          changeDefinition((definition) => ({
            ...definition,
            comment: { ...definition.comment, isEnabled },
          }));
        }}
      />
      {comment.isEnabled && (
        <LocalizedField path="comment.text" label={t("texts.question")} preview={{ step: "followUp" }} />
      )}
    </SectionCard>
  );
}

/** The words of thanks, by how good the score was. */
export function ThanksSection() {
  const t = useTranslations("surveys");
  const { metric } = useBuilder().draft.definition.main;
  return (
    <SectionCard place="thanks" description={t("thanks.about")}>
      {SCORE_BANDS.map((band) => (
        <LocalizedField
          key={band}
          path={`thanks.${band}`}
          label={<BandName metric={metric} band={band} />}
          rows={2}
          preview={{ step: "thanks", band }}
        />
      ))}
    </SectionCard>
  );
}
