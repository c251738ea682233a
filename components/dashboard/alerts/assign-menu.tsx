'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuChoice, MenuChoices, MenuLabel } from '@/components/ui/menu';
import { useAlertAction } from './use-alert-action';

const NOBODY = 'nobody';

/** Who has the alert: managers give it to anyone of the team, the team takes it or lets it go. */
export function AssignMenu({
  alert,
  me,
  team,
}: {
  alert: { id: string; name: string; owner: string | null };
  me: string;
  /** Empty for those who may only take it themselves. */
  team: { id: string; full_name: string }[];
}) {
  const t = useTranslations('alerts');
  const act = useAlertAction();
  const [open, setOpen] = useState(false);
  const give = (assignee: string | null) => {
    if (assignee === alert.owner) return;
    const who = team.find((person) => person.id === assignee)?.full_name ?? '';
    const said =
      assignee === me
        ? t('toast.mine', { name: alert.name })
        : assignee
          ? t('toast.assign', { name: alert.name, who })
          : t('toast.release', { name: alert.name });
    void act(alert.id, { action: 'assign', assignee }, said, { action: 'assign', assignee: alert.owner });
  };
  if (team.length === 0) {
    const mine = alert.owner === me;
    return (
      <Button tone="quiet" data-key="a" onClick={() => give(mine ? null : me)}>
        {mine ? t('action.release') : t('action.mine')} <Kbd>A</Kbd>
      </Button>
    );
  }
  return (
    <Menu
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="quiet" data-key="a" onClick={() => setOpen(true)} className="-mr-3">
          {t('action.assign')} <Kbd>A</Kbd>
        </Button>
      }
    >
      <MenuLabel>{t('action.team')}</MenuLabel>
      <MenuChoices
        value={alert.owner ?? NOBODY}
        onValueChange={(value) => give(value === NOBODY ? null : value)}
      >
        {team.map((person) => (
          <MenuChoice key={person.id} value={person.id}>
            {person.id === me ? t('action.mine') : person.full_name}
          </MenuChoice>
        ))}
        <MenuChoice value={NOBODY}>{t('action.release')}</MenuChoice>
      </MenuChoices>
    </Menu>
  );
}
