import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { CreateButton } from '@/components/admin/customers/wizard/create-button';
import { MadePage } from '@/components/admin/customers/wizard/made-page';
import { Summary } from '@/components/admin/customers/wizard/summary';
import { startAnswers } from '@/components/admin/customers/wizard/start-answers';
import { WizardForm } from '@/components/admin/customers/wizard/wizard-form';
import { WizardSteps } from '@/components/admin/customers/wizard/wizard-steps';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { type DraftStep, draftSteps, getDraft } from '@/lib/customers';
import { env } from '@/lib/env';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { oneOf, type RawParams, rowId } from '@/lib/utils/search-params';

const PATH = '/dashboard/admin/clients/new';

export async function generateMetadata() {
  return { title: (await getTranslations('customers'))('wizard.title') };
}

/** A new customer, a step at a time; the address holds the draft and the step, so that both survive leaving. */
export default async function NewClientPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { actor } = await currentContext();
  if (!can(actor, 'customers.manage')) return <ForbiddenPage actor={actor} permission="customers.manage" />;
  const raw = await searchParams;
  const id = rowId(raw, 'draft');
  if (!id) redirect(`${PATH}?draft=${crypto.randomUUID()}`);
  const { plans, draft } = await getDraft(await serverClient(), id);
  const format = await serverFormat('Europe/Paris');
  const t = await getTranslations('customers.wizard');
  const { common, auth, kiosks, customers } = await getMessages();
  const reached = draft?.step ?? 'customer';
  const wanted = oneOf(raw, 'step', draftSteps, reached);
  const step = draftSteps.indexOf(wanted) > draftSteps.indexOf(reached) ? reached : wanted;
  const place = draftSteps.indexOf(step);
  const hrefOf = (one: DraftStep) => `${PATH}?draft=${id}&step=${one}`;
  const before = draftSteps[place - 1];
  const after = draftSteps[place + 1] ?? 'summary';
  const furthest = draftSteps.indexOf(after) > draftSteps.indexOf(reached) ? after : reached;
  const answers = startAnswers(draft?.data ?? {}, actor.language);
  const lead =
    step === 'owner' || step === 'gym'
      ? t(`lead.${step}${answers.kind === 'gym' ? 'Gym' : 'Franchise'}`)
      : t(`lead.${step}`);
  return (
    <NextIntlClientProvider
      messages={{ common, auth: { problem: auth.problem, invalid: auth.invalid }, kiosks, customers }}
    >
      <div className="px-4 py-6 md:px-8">
        {draft?.made ? (
          <MadePage made={draft.made} origin={env().APP_URL} />
        ) : (
          <div className="grid gap-x-16 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
            <div>
              <h1 className="pb-3 text-head">{t('title')}</h1>
              <WizardSteps steps={draftSteps} current={step} reached={reached} hrefOf={hrefOf} />
              {draft && (
                <p className="pt-3 text-label text-ink-3 lg:px-2">
                  {t('saved', { when: format.moment(draft.updated_at) })}
                </p>
              )}
            </div>
            <div>
              <h2 className="text-head">{t(`step.${step}`)}</h2>
              <p className="max-w-[34rem] pt-1 pb-5 text-ink-2">{lead}</p>
              {step === 'summary' ? (
                <>
                  <Summary answers={answers} hrefOf={hrefOf} format={format} />
                  <div className="max-w-[34rem] border-t border-line pt-5">
                    <CreateButton id={id} />
                  </div>
                </>
              ) : (
                <WizardForm
                  key={step}
                  id={id}
                  step={step}
                  next={after}
                  reached={furthest}
                  kept={reached}
                  back={before ? hrefOf(before) : null}
                  start={answers}
                  plans={plans}
                  zones={step === 'gym' ? Intl.supportedValuesOf('timeZone') : []}
                  today={format.localDay(new Date())}
                />
              )}
            </div>
          </div>
        )}
      </div>
    </NextIntlClientProvider>
  );
}
