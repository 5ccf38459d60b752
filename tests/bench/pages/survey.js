// The page with SurveyJS. The build puts in FORM.
import 'survey-core/survey-core.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

const survey = new Model(FORM.survey);
survey.onValueChanged.add((_, { name, value }) => {
  if (FORM.around && name.endsWith('-place')) survey.setVariable(`around-${name}`, FORM.around[value] ?? []);
});
window.survey = survey;
renderSurvey(survey, document.querySelector('#survey'));
