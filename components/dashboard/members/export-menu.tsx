'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu';

/** The whole list as a file, as it is filtered and with its columns. */
export function ExportMenu({ href }: { href: string }) {
  const t = useTranslations('members.exportMenu');
  return (
    <Menu
      align="end"
      trigger={
        <Button tone="quiet" size="bar" className="max-md:h-11">
          <Download size={16} strokeWidth={1.6} aria-hidden /> {t('open')}
        </Button>
      }
    >
      <MenuLabel>{t('detail')}</MenuLabel>
      {(['csv', 'xlsx'] as const).map((format) => (
        <MenuItem key={format} asChild>
          <a href={`${href}&format=${format}`} download>
            {t(format)}
          </a>
        </MenuItem>
      ))}
    </Menu>
  );
}
