// The dialog that asks what became of columns which are not found by their header, before a repair goes on.
import { useState } from 'preact/hooks';
import { Done } from '../shared/dialog/close-button.tsx';
import { LostColumns } from '../shared/dialog/lost-columns.tsx';
import '../shared/look.css';
import { columnsWords as words } from '../shared/messages.ts';
import { mount } from '../shared/mount.tsx';

function ColumnsPage() {
  const [said, setSaid] = useState('');
  if (said === '') return <LostColumns onSettled={(wasAsked) => setSaid(wasAsked ? words.saved : words.none)} />;
  return <Done text={said} />;
}

mount(<ColumnsPage />, words.title);
